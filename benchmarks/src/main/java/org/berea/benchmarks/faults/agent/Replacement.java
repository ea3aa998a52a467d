package org.berea.benchmarks.faults.agent;

import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_Throwable;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.function.Consumer;

/** The code that takes a method's place. */
final class Replacement {
    private static final ClassDesc FUSE = ClassDesc.of(Fuse.class.getName());
    private static final ClassDesc MONO = ClassDesc.of("reactor.core.publisher.Mono");
    private static final ClassDesc FLUX = ClassDesc.of("reactor.core.publisher.Flux");
    private static final ClassDesc DURATION = ClassDesc.of("java.time.Duration");
    private static final ClassDesc DISPOSABLE = ClassDesc.of("reactor.core.Disposable");
    private static final ClassDesc CONSUMER = ClassDesc.of("java.util.function.Consumer");

    private final Edit edit;
    private final ClassDesc owner;
    private final String was;
    private final MethodTypeDesc type;
    private final boolean isStatic;

    Replacement(Edit edit, ClassDesc owner, String was, MethodModel method) {
        this.edit = edit;
        this.owner = owner;
        this.was = was;
        this.type = method.methodTypeSymbol();
        this.isStatic = (method.flags().flagsMask() & ClassFile.ACC_STATIC) != 0;
    }

    void write(CodeBuilder code) {
        switch (edit.kind()) {
            case DIE_BEFORE -> {
                burn(code);
                passOn(code);
            }
            case DIE_AFTER -> {
                asItWas(code);
                burn(code);
                code.return_(returned());
            }
            case DIE_WHEN_DONE -> dieWhenDone(code);
            case SKIP -> giveNothing(code);
            case SKIP_FOR -> skipFor(code);
            case ANSWER -> answer(code);
            case SWALLOW ->
                    code.trying(
                            this::passOn, caught -> caught.catching(CD_Throwable, this::forget));
            case LATER -> later(code);
            case END_WELL -> endWell(code);
            case REPLACE_TEXT -> throw new IllegalStateException("no replacement for a text");
        }
    }

    private void burn(CodeBuilder code) {
        code.loadConstant(edit.argument());
        code.invokestatic(FUSE, "burn", MethodTypeDesc.of(CD_void, CD_String));
    }

    private void dieWhenDone(CodeBuilder code) {
        require(MONO);
        asItWas(code);
        code.new_(FUSE).dup().loadConstant(edit.argument());
        code.invokespecial(FUSE, "<init>", MethodTypeDesc.of(CD_void, CD_String));
        code.invokevirtual(MONO, "doOnSuccess", MethodTypeDesc.of(MONO, CONSUMER)).areturn();
    }

    private void skipFor(CodeBuilder code) {
        code.aload(firstArgument()).instanceOf(ClassDesc.of(edit.argument()));
        code.ifThen(this::giveNothing);
        passOn(code);
    }

    private void answer(CodeBuilder code) {
        code.loadConstant(Integer.parseInt(edit.argument()));
        if (type.returnType().equals(CD_long)) {
            code.i2l();
        }
        code.return_(returned());
    }

    private void later(CodeBuilder code) {
        require(MONO);
        asItWas(code);
        code.loadConstant(Long.parseLong(edit.argument()));
        code.invokestatic(DURATION, "ofSeconds", MethodTypeDesc.of(DURATION, CD_long));
        code.invokevirtual(MONO, "delaySubscription", MethodTypeDesc.of(MONO, DURATION));
        code.invokevirtual(MONO, "subscribe", MethodTypeDesc.of(DISPOSABLE)).pop();
        giveNothing(code);
    }

    private void endWell(CodeBuilder code) {
        require(FLUX);
        asItWas(code);
        code.invokevirtual(FLUX, "onErrorComplete", MethodTypeDesc.of(FLUX)).areturn();
    }

    private void forget(CodeBuilder code) {
        code.pop();
        giveNothing(code);
    }

    private void giveNothing(CodeBuilder code) {
        ClassDesc wanted = type.returnType();
        if (wanted.equals(MONO) || wanted.equals(FLUX)) {
            code.invokestatic(wanted, "empty", MethodTypeDesc.of(wanted));
        } else {
            zero(wanted).accept(code);
        }
        code.return_(returned());
    }

    private static Consumer<CodeBuilder> zero(ClassDesc wanted) {
        return switch (TypeKind.from(wanted).asLoadable()) {
            case VOID -> _ -> {};
            case LONG -> CodeBuilder::lconst_0;
            case REFERENCE -> CodeBuilder::aconst_null;
            case INT -> CodeBuilder::iconst_0;
            default -> throw new IllegalStateException("nothing of type " + wanted);
        };
    }

    private void passOn(CodeBuilder code) {
        asItWas(code);
        code.return_(returned());
    }

    private void asItWas(CodeBuilder code) {
        if (!isStatic) {
            code.aload(0);
        }
        for (int i = 0; i < type.parameterCount(); i++) {
            code.loadLocal(TypeKind.from(type.parameterType(i)), code.parameterSlot(i));
        }
        if (isStatic) {
            code.invokestatic(owner, was, type);
        } else {
            code.invokespecial(owner, was, type);
        }
    }

    private void require(ClassDesc wanted) {
        if (!type.returnType().equals(wanted)) {
            throw new IllegalStateException(
                    "%s.%s does not return a %s"
                            .formatted(edit.type(), edit.method(), wanted.displayName()));
        }
    }

    private int firstArgument() {
        return isStatic ? 0 : 1;
    }

    private TypeKind returned() {
        return TypeKind.from(type.returnType());
    }
}
