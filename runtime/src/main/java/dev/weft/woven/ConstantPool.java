package dev.weft.woven;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The constant pool of a generated class file (JVMS 4.4). */
final class ConstantPool {
    private final Map<String, Integer> indices = new HashMap<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private int count = 1;

    int utf8(String text) throws IOException {
        Integer known = indices.get("u" + text);
        if (known != null) {
            return known;
        }
        out.writeByte(1);
        out.writeUTF(text);
        return added("u" + text);
    }

    int type(String internalName) throws IOException {
        int name = utf8(internalName);
        return pair(7, name, -1);
    }

    /** A field (9), method (10) or interface method (11). */
    int member(int tag, String owner, String name, String descriptor) throws IOException {
        int nameIndex = utf8(name);
        int descriptorIndex = utf8(descriptor);
        int nameAndType = pair(12, nameIndex, descriptorIndex);
        return pair(tag, type(owner), nameAndType);
    }

    void writeTo(DataOutputStream to) throws IOException {
        to.writeShort(count);
        bytes.writeTo(to);
    }

    private int pair(int tag, int first, int second) throws IOException {
        String key = tag + ":" + first + ":" + second;
        Integer known = indices.get(key);
        if (known != null) {
            return known;
        }
        out.writeByte(tag);
        out.writeShort(first);
        if (second >= 0) {
            out.writeShort(second);
        }
        return added(key);
    }

    private int added(String key) {
        indices.put(key, count);
        return count++;
    }
}
