package org.berea.localstack;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "org.berea.localstack",
        importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {
    @ArchTest
    static final ArchRule EACH_PACKAGE_KNOWS_ONLY_WHAT_IS_BELOW_IT =
            layeredArchitecture()
                    .consideringOnlyDependenciesInLayers()
                    .layer("commands")
                    .definedBy("..commands..")
                    .layer("stack")
                    .definedBy("..stack..")
                    .layer("supervision")
                    .definedBy("..supervision..")
                    .layer("servers")
                    .definedBy("..servers..")
                    .layer("keys")
                    .definedBy("..keys..")
                    .layer("process")
                    .definedBy("..process..")
                    .whereLayer("commands")
                    .mayNotBeAccessedByAnyLayer()
                    .whereLayer("stack")
                    .mayOnlyBeAccessedByLayers("commands")
                    .whereLayer("supervision")
                    .mayOnlyBeAccessedByLayers("commands", "stack")
                    .whereLayer("servers")
                    .mayOnlyBeAccessedByLayers("commands", "stack")
                    .whereLayer("keys")
                    .mayOnlyBeAccessedByLayers("commands", "stack", "servers")
                    .whereLayer("process")
                    .mayOnlyBeAccessedByLayers("stack", "supervision", "servers");
}
