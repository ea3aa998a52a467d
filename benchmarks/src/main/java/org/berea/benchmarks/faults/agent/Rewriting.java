package org.berea.benchmarks.faults.agent;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodBuilder;
import java.lang.classfile.MethodElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.ExceptionsAttribute;
import java.lang.classfile.attribute.MethodParametersAttribute;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.classfile.attribute.SignatureAttribute;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.constant.ClassDesc;
import java.util.List;

/**
 * Makes one edit in a class file. The method as it was stays under another name, and one with its
 * name and annotations takes its place, so that nothing inside the old code has to be touched.
 */
public final class Rewriting {
    private static final String WAS = "$asItWas";

    private final Edit edit;

    public Rewriting(Edit edit) {
        this.edit = edit;
    }

    /**
     * The class with the edit.
     *
     * @throws IllegalStateException when it has no such method, or the text is not in it
     */
    public byte[] of(byte[] bytes) {
        ClassFile format = ClassFile.of();
        ClassModel type = format.parse(bytes);
        return edit.kind() == Edit.Kind.REPLACE_TEXT
                ? replaceText(format, type)
                : replaceMethods(format, type);
    }

    private byte[] replaceMethods(ClassFile format, ClassModel type) {
        List<MethodModel> found = type.methods().stream().filter(this::isMeant).toList();
        if (found.isEmpty()) {
            throw new IllegalStateException(
                    "%s has no method %s".formatted(edit.type(), edit.method()));
        }
        ClassDesc owner = type.thisClass().asSymbol();
        // One method may be changed more than once.
        String suffix = WAS + type.methods().size();
        return format.transformClass(
                type, (builder, element) -> change(owner, suffix, builder, element));
    }

    private void change(
            ClassDesc owner, String suffix, ClassBuilder builder, ClassElement element) {
        if (element instanceof MethodModel method && isMeant(method)) {
            String was = method.methodName().stringValue() + suffix;
            int kept = method.flags().flagsMask() & ClassFile.ACC_STATIC;
            int flags = kept | ClassFile.ACC_PRIVATE | ClassFile.ACC_SYNTHETIC;
            builder.withMethod(was, method.methodTypeSymbol(), flags, old -> copy(method, old));
            builder.withMethod(
                    method.methodName().stringValue(),
                    method.methodTypeSymbol(),
                    method.flags().flagsMask(),
                    fresh -> replace(owner, was, method, fresh));
        } else {
            builder.with(element);
        }
    }

    private static void copy(MethodModel method, MethodBuilder builder) {
        CodeModel code =
                method.code()
                        .orElseThrow(
                                () -> new IllegalStateException(method.methodName() + ": no code"));
        builder.transformCode(code, CodeTransform.ACCEPT_ALL);
    }

    private void replace(ClassDesc owner, String was, MethodModel method, MethodBuilder builder) {
        for (MethodElement element : method) {
            if (isKept(element)) {
                builder.with(element);
            }
        }
        builder.withCode(code -> new Replacement(edit, owner, was, method).write(code));
    }

    private static boolean isKept(MethodElement element) {
        return element instanceof RuntimeVisibleAnnotationsAttribute
                || element instanceof SignatureAttribute
                || element instanceof ExceptionsAttribute
                || element instanceof MethodParametersAttribute
                || element
                        instanceof
                        java.lang.classfile.attribute.RuntimeVisibleParameterAnnotationsAttribute;
    }

    private byte[] replaceText(ClassFile format, ClassModel type) {
        String[] texts = edit.argument().split("=>", 2);
        var replaced = new boolean[1];
        CodeTransform code =
                (builder, element) -> {
                    if (element instanceof ConstantInstruction constant
                            && constant.constantValue() instanceof String text
                            && text.contains(texts[0])) {
                        replaced[0] = true;
                        builder.loadConstant(text.replace(texts[0], texts[1]));
                    } else {
                        builder.with(element);
                    }
                };
        byte[] changed = format.transformClass(type, ClassTransform.transformingMethodBodies(code));
        if (!replaced[0]) {
            throw new IllegalStateException("%s has no text '%s'".formatted(edit.type(), texts[0]));
        }
        return changed;
    }

    private boolean isMeant(MethodModel method) {
        boolean own = (method.flags().flagsMask() & ClassFile.ACC_SYNTHETIC) == 0;
        String name = method.methodName() + "/" + method.methodTypeSymbol().parameterCount();
        return own && name.equals(edit.method());
    }
}
