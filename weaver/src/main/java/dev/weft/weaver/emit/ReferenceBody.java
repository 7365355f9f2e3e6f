package dev.weft.weaver.emit;

import dev.weft.weaver.classify.LambdaForm;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/**
 * Writes a method reference as the lambda that it is short for: {@code static R lambda$(captured,
 * args) { return convert(target(convert(captured, args))); }}, with the conversions that the JDK's
 * metafactory would make.
 */
final class ReferenceBody {
    private final LambdaForm form;
    private final Handle target;
    private final boolean scala;

    ReferenceBody(LambdaForm form) {
        this.form = form;
        target = form.body();
        scala = PrimitiveFunctions.isScala(form.interfaceName());
    }

    MethodNode write(String name, int line) {
        List<Type> given = new ArrayList<>(List.of(form.captured()));
        given.addAll(List.of(form.instantiated().getArgumentTypes()));
        Type result = result();
        int flags = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC;
        String desc = Type.getMethodDescriptor(result, given.toArray(new Type[0]));
        MethodNode body = new MethodNode(Opcodes.ASM9, flags, name, desc, null, new String[0]);
        Code code = new Code().line(line);
        if (target.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
            code.type(Opcodes.NEW, target.getOwner()).op(Opcodes.DUP);
        }
        int slot = loadAll(code, given);
        code.invoke(
                opcode(),
                target.getOwner(),
                target.getName(),
                target.getDesc(),
                target.isInterface());
        convertResult(code, result);
        body.instructions.add(code.ret(result).list);
        body.maxLocals = slot;
        body.maxStack = slot + 4;
        return body;
    }

    private int loadAll(Code code, List<Type> given) {
        List<Type> wanted = new ArrayList<>();
        boolean receiver = opcode() != Opcodes.INVOKESTATIC;
        if (receiver && target.getTag() != Opcodes.H_NEWINVOKESPECIAL) {
            wanted.add(Type.getObjectType(target.getOwner()));
        }
        wanted.addAll(List.of(Type.getArgumentTypes(target.getDesc())));
        int slot = 0;
        for (int i = 0; i < given.size(); i++) {
            code.var(given.get(i).getOpcode(Opcodes.ILOAD), slot);
            if (scala && !Kind.isReference(wanted.get(i)) && Kind.isReference(given.get(i))) {
                PrimitiveFunctions.unbox(code, wanted.get(i));
            } else {
                Conversion.emit(code, given.get(i), wanted.get(i));
            }
            slot += given.get(i).getSize();
        }
        return slot;
    }

    /** A generic result is returned as the type that the caller was promised. */
    private Type result() {
        Type erased = form.erased().getReturnType();
        return Kind.isReference(erased) ? form.instantiated().getReturnType() : erased;
    }

    private void convertResult(Code code, Type wanted) {
        Type given =
                target.getTag() == Opcodes.H_NEWINVOKESPECIAL
                        ? Type.getObjectType(target.getOwner())
                        : Type.getReturnType(target.getDesc());
        if (given.getSort() == Type.VOID && wanted.getSort() != Type.VOID) {
            PrimitiveFunctions.unit(code);
        } else if (wanted.getSort() != Type.VOID) {
            Conversion.emit(code, given, wanted);
        } else if (given.getSort() != Type.VOID) {
            code.pop(Kind.of(given));
        }
    }

    private int opcode() {
        switch (target.getTag()) {
            case Opcodes.H_INVOKESTATIC:
                return Opcodes.INVOKESTATIC;
            case Opcodes.H_INVOKEINTERFACE:
                return Opcodes.INVOKEINTERFACE;
            case Opcodes.H_INVOKEVIRTUAL:
                return Opcodes.INVOKEVIRTUAL;
            default:
                return Opcodes.INVOKESPECIAL;
        }
    }
}
