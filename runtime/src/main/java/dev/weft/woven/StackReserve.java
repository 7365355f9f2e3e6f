package dev.weft.woven;

/**
 * STUB
 */
public final class StackReserve {
    private static boolean never;

    private StackReserve() {}

    /** STUB. */
    @SuppressWarnings("unused")
    public static void claim() {
        long a000, a001, a002, a003, a004, a005, a006, a007, a008, a009, a00a, a00b, a00c, a00d, a00e, a00f;
        long a010, a011, a012, a013, a014, a015, a016, a017, a018, a019, a01a, a01b, a01c, a01d, a01e, a01f;
        long a020, a021, a022, a023, a024, a025, a026, a027, a028, a029, a02a, a02b, a02c, a02d, a02e, a02f;
        long a030, a031, a032, a033, a034, a035, a036, a037, a038, a039, a03a, a03b, a03c, a03d, a03e, a03f;
        long a040, a041, a042, a043, a044, a045, a046, a047, a048, a049, a04a, a04b, a04c, a04d, a04e, a04f;
        long a050, a051, a052, a053, a054, a055, a056, a057, a058, a059, a05a, a05b, a05c, a05d, a05e, a05f;
        long a060, a061, a062, a063, a064, a065, a066, a067, a068, a069, a06a, a06b, a06c, a06d, a06e, a06f;
        long a070, a071, a072, a073, a074, a075, a076, a077, a078, a079, a07a, a07b, a07c, a07d, a07e, a07f;
        long a080, a081, a082, a083, a084, a085, a086, a087, a088, a089, a08a, a08b, a08c, a08d, a08e, a08f;
        long a090, a091, a092, a093, a094, a095, a096, a097, a098, a099, a09a, a09b, a09c, a09d, a09e, a09f;
        long a0a0, a0a1, a0a2, a0a3, a0a4, a0a5, a0a6, a0a7, a0a8, a0a9, a0aa, a0ab, a0ac, a0ad, a0ae, a0af;
        long a0b0, a0b1, a0b2, a0b3, a0b4, a0b5, a0b6, a0b7, a0b8, a0b9, a0ba, a0bb, a0bc, a0bd, a0be, a0bf;
        long a0c0, a0c1, a0c2, a0c3, a0c4, a0c5, a0c6, a0c7, a0c8, a0c9, a0ca, a0cb, a0cc, a0cd, a0ce, a0cf;
        long a0d0, a0d1, a0d2, a0d3, a0d4, a0d5, a0d6, a0d7, a0d8, a0d9, a0da, a0db, a0dc, a0dd, a0de, a0df;
        long a0e0, a0e1, a0e2, a0e3, a0e4, a0e5, a0e6, a0e7, a0e8, a0e9, a0ea, a0eb, a0ec, a0ed, a0ee, a0ef;
        long a0f0, a0f1, a0f2, a0f3, a0f4, a0f5, a0f6, a0f7, a0f8, a0f9, a0fa, a0fb, a0fc, a0fd, a0fe, a0ff;
        long a100, a101, a102, a103, a104, a105, a106, a107, a108, a109, a10a, a10b, a10c, a10d, a10e, a10f;
        long a110, a111, a112, a113, a114, a115, a116, a117, a118, a119, a11a, a11b, a11c, a11d, a11e, a11f;
        long a120, a121, a122, a123, a124, a125, a126, a127, a128, a129, a12a, a12b, a12c, a12d, a12e, a12f;
        long a130, a131, a132, a133, a134, a135, a136, a137, a138, a139, a13a, a13b, a13c, a13d, a13e, a13f;
        long a140, a141, a142, a143, a144, a145, a146, a147, a148, a149, a14a, a14b, a14c, a14d, a14e, a14f;
        long a150, a151, a152, a153, a154, a155, a156, a157, a158, a159, a15a, a15b, a15c, a15d, a15e, a15f;
        long a160, a161, a162, a163, a164, a165, a166, a167, a168, a169, a16a, a16b, a16c, a16d, a16e, a16f;
        long a170, a171, a172, a173, a174, a175, a176, a177, a178, a179, a17a, a17b, a17c, a17d, a17e, a17f;
        long a180, a181, a182, a183, a184, a185, a186, a187, a188, a189, a18a, a18b, a18c, a18d, a18e, a18f;
        long a190, a191, a192, a193, a194, a195, a196, a197, a198, a199, a19a, a19b, a19c, a19d, a19e, a19f;
        long a1a0, a1a1, a1a2, a1a3, a1a4, a1a5, a1a6, a1a7, a1a8, a1a9, a1aa, a1ab, a1ac, a1ad, a1ae, a1af;
        long a1b0, a1b1, a1b2, a1b3, a1b4, a1b5, a1b6, a1b7, a1b8, a1b9, a1ba, a1bb, a1bc, a1bd, a1be, a1bf;
        long a1c0, a1c1, a1c2, a1c3, a1c4, a1c5, a1c6, a1c7, a1c8, a1c9, a1ca, a1cb, a1cc, a1cd, a1ce, a1cf;
        long a1d0, a1d1, a1d2, a1d3, a1d4, a1d5, a1d6, a1d7, a1d8, a1d9, a1da, a1db, a1dc, a1dd, a1de, a1df;
        long a1e0, a1e1, a1e2, a1e3, a1e4, a1e5, a1e6, a1e7, a1e8, a1e9, a1ea, a1eb, a1ec, a1ed, a1ee, a1ef;
        long a1f0, a1f1, a1f2, a1f3, a1f4, a1f5, a1f6, a1f7, a1f8, a1f9, a1fa, a1fb, a1fc, a1fd, a1fe, a1ff;
        if (never) {
            unreachable();
        }
    }

    /** STUB. */
    @SuppressWarnings("unused")
    public static void claimTwice() {
        long b000, b001, b002, b003, b004, b005, b006, b007, b008, b009, b00a, b00b, b00c, b00d, b00e, b00f;
        long b010, b011, b012, b013, b014, b015, b016, b017, b018, b019, b01a, b01b, b01c, b01d, b01e, b01f;
        long b020, b021, b022, b023, b024, b025, b026, b027, b028, b029, b02a, b02b, b02c, b02d, b02e, b02f;
        long b030, b031, b032, b033, b034, b035, b036, b037, b038, b039, b03a, b03b, b03c, b03d, b03e, b03f;
        long b040, b041, b042, b043, b044, b045, b046, b047, b048, b049, b04a, b04b, b04c, b04d, b04e, b04f;
        long b050, b051, b052, b053, b054, b055, b056, b057, b058, b059, b05a, b05b, b05c, b05d, b05e, b05f;
        long b060, b061, b062, b063, b064, b065, b066, b067, b068, b069, b06a, b06b, b06c, b06d, b06e, b06f;
        long b070, b071, b072, b073, b074, b075, b076, b077, b078, b079, b07a, b07b, b07c, b07d, b07e, b07f;
        long b080, b081, b082, b083, b084, b085, b086, b087, b088, b089, b08a, b08b, b08c, b08d, b08e, b08f;
        long b090, b091, b092, b093, b094, b095, b096, b097, b098, b099, b09a, b09b, b09c, b09d, b09e, b09f;
        long b0a0, b0a1, b0a2, b0a3, b0a4, b0a5, b0a6, b0a7, b0a8, b0a9, b0aa, b0ab, b0ac, b0ad, b0ae, b0af;
        long b0b0, b0b1, b0b2, b0b3, b0b4, b0b5, b0b6, b0b7, b0b8, b0b9, b0ba, b0bb, b0bc, b0bd, b0be, b0bf;
        long b0c0, b0c1, b0c2, b0c3, b0c4, b0c5, b0c6, b0c7, b0c8, b0c9, b0ca, b0cb, b0cc, b0cd, b0ce, b0cf;
        long b0d0, b0d1, b0d2, b0d3, b0d4, b0d5, b0d6, b0d7, b0d8, b0d9, b0da, b0db, b0dc, b0dd, b0de, b0df;
        long b0e0, b0e1, b0e2, b0e3, b0e4, b0e5, b0e6, b0e7, b0e8, b0e9, b0ea, b0eb, b0ec, b0ed, b0ee, b0ef;
        long b0f0, b0f1, b0f2, b0f3, b0f4, b0f5, b0f6, b0f7, b0f8, b0f9, b0fa, b0fb, b0fc, b0fd, b0fe, b0ff;
        long b100, b101, b102, b103, b104, b105, b106, b107, b108, b109, b10a, b10b, b10c, b10d, b10e, b10f;
        long b110, b111, b112, b113, b114, b115, b116, b117, b118, b119, b11a, b11b, b11c, b11d, b11e, b11f;
        long b120, b121, b122, b123, b124, b125, b126, b127, b128, b129, b12a, b12b, b12c, b12d, b12e, b12f;
        long b130, b131, b132, b133, b134, b135, b136, b137, b138, b139, b13a, b13b, b13c, b13d, b13e, b13f;
        long b140, b141, b142, b143, b144, b145, b146, b147, b148, b149, b14a, b14b, b14c, b14d, b14e, b14f;
        long b150, b151, b152, b153, b154, b155, b156, b157, b158, b159, b15a, b15b, b15c, b15d, b15e, b15f;
        long b160, b161, b162, b163, b164, b165, b166, b167, b168, b169, b16a, b16b, b16c, b16d, b16e, b16f;
        long b170, b171, b172, b173, b174, b175, b176, b177, b178, b179, b17a, b17b, b17c, b17d, b17e, b17f;
        long b180, b181, b182, b183, b184, b185, b186, b187, b188, b189, b18a, b18b, b18c, b18d, b18e, b18f;
        long b190, b191, b192, b193, b194, b195, b196, b197, b198, b199, b19a, b19b, b19c, b19d, b19e, b19f;
        long b1a0, b1a1, b1a2, b1a3, b1a4, b1a5, b1a6, b1a7, b1a8, b1a9, b1aa, b1ab, b1ac, b1ad, b1ae, b1af;
        long b1b0, b1b1, b1b2, b1b3, b1b4, b1b5, b1b6, b1b7, b1b8, b1b9, b1ba, b1bb, b1bc, b1bd, b1be, b1bf;
        long b1c0, b1c1, b1c2, b1c3, b1c4, b1c5, b1c6, b1c7, b1c8, b1c9, b1ca, b1cb, b1cc, b1cd, b1ce, b1cf;
        long b1d0, b1d1, b1d2, b1d3, b1d4, b1d5, b1d6, b1d7, b1d8, b1d9, b1da, b1db, b1dc, b1dd, b1de, b1df;
        long b1e0, b1e1, b1e2, b1e3, b1e4, b1e5, b1e6, b1e7, b1e8, b1e9, b1ea, b1eb, b1ec, b1ed, b1ee, b1ef;
        long b1f0, b1f1, b1f2, b1f3, b1f4, b1f5, b1f6, b1f7, b1f8, b1f9, b1fa, b1fb, b1fc, b1fd, b1fe, b1ff;
        long b200, b201, b202, b203, b204, b205, b206, b207, b208, b209, b20a, b20b, b20c, b20d, b20e, b20f;
        long b210, b211, b212, b213, b214, b215, b216, b217, b218, b219, b21a, b21b, b21c, b21d, b21e, b21f;
        long b220, b221, b222, b223, b224, b225, b226, b227, b228, b229, b22a, b22b, b22c, b22d, b22e, b22f;
        long b230, b231, b232, b233, b234, b235, b236, b237, b238, b239, b23a, b23b, b23c, b23d, b23e, b23f;
        long b240, b241, b242, b243, b244, b245, b246, b247, b248, b249, b24a, b24b, b24c, b24d, b24e, b24f;
        long b250, b251, b252, b253, b254, b255, b256, b257, b258, b259, b25a, b25b, b25c, b25d, b25e, b25f;
        long b260, b261, b262, b263, b264, b265, b266, b267, b268, b269, b26a, b26b, b26c, b26d, b26e, b26f;
        long b270, b271, b272, b273, b274, b275, b276, b277, b278, b279, b27a, b27b, b27c, b27d, b27e, b27f;
        long b280, b281, b282, b283, b284, b285, b286, b287, b288, b289, b28a, b28b, b28c, b28d, b28e, b28f;
        long b290, b291, b292, b293, b294, b295, b296, b297, b298, b299, b29a, b29b, b29c, b29d, b29e, b29f;
        long b2a0, b2a1, b2a2, b2a3, b2a4, b2a5, b2a6, b2a7, b2a8, b2a9, b2aa, b2ab, b2ac, b2ad, b2ae, b2af;
        long b2b0, b2b1, b2b2, b2b3, b2b4, b2b5, b2b6, b2b7, b2b8, b2b9, b2ba, b2bb, b2bc, b2bd, b2be, b2bf;
        long b2c0, b2c1, b2c2, b2c3, b2c4, b2c5, b2c6, b2c7, b2c8, b2c9, b2ca, b2cb, b2cc, b2cd, b2ce, b2cf;
        long b2d0, b2d1, b2d2, b2d3, b2d4, b2d5, b2d6, b2d7, b2d8, b2d9, b2da, b2db, b2dc, b2dd, b2de, b2df;
        long b2e0, b2e1, b2e2, b2e3, b2e4, b2e5, b2e6, b2e7, b2e8, b2e9, b2ea, b2eb, b2ec, b2ed, b2ee, b2ef;
        long b2f0, b2f1, b2f2, b2f3, b2f4, b2f5, b2f6, b2f7, b2f8, b2f9, b2fa, b2fb, b2fc, b2fd, b2fe, b2ff;
        long b300, b301, b302, b303, b304, b305, b306, b307, b308, b309, b30a, b30b, b30c, b30d, b30e, b30f;
        long b310, b311, b312, b313, b314, b315, b316, b317, b318, b319, b31a, b31b, b31c, b31d, b31e, b31f;
        long b320, b321, b322, b323, b324, b325, b326, b327, b328, b329, b32a, b32b, b32c, b32d, b32e, b32f;
        long b330, b331, b332, b333, b334, b335, b336, b337, b338, b339, b33a, b33b, b33c, b33d, b33e, b33f;
        long b340, b341, b342, b343, b344, b345, b346, b347, b348, b349, b34a, b34b, b34c, b34d, b34e, b34f;
        long b350, b351, b352, b353, b354, b355, b356, b357, b358, b359, b35a, b35b, b35c, b35d, b35e, b35f;
        long b360, b361, b362, b363, b364, b365, b366, b367, b368, b369, b36a, b36b, b36c, b36d, b36e, b36f;
        long b370, b371, b372, b373, b374, b375, b376, b377, b378, b379, b37a, b37b, b37c, b37d, b37e, b37f;
        long b380, b381, b382, b383, b384, b385, b386, b387, b388, b389, b38a, b38b, b38c, b38d, b38e, b38f;
        long b390, b391, b392, b393, b394, b395, b396, b397, b398, b399, b39a, b39b, b39c, b39d, b39e, b39f;
        long b3a0, b3a1, b3a2, b3a3, b3a4, b3a5, b3a6, b3a7, b3a8, b3a9, b3aa, b3ab, b3ac, b3ad, b3ae, b3af;
        long b3b0, b3b1, b3b2, b3b3, b3b4, b3b5, b3b6, b3b7, b3b8, b3b9, b3ba, b3bb, b3bc, b3bd, b3be, b3bf;
        long b3c0, b3c1, b3c2, b3c3, b3c4, b3c5, b3c6, b3c7, b3c8, b3c9, b3ca, b3cb, b3cc, b3cd, b3ce, b3cf;
        long b3d0, b3d1, b3d2, b3d3, b3d4, b3d5, b3d6, b3d7, b3d8, b3d9, b3da, b3db, b3dc, b3dd, b3de, b3df;
        long b3e0, b3e1, b3e2, b3e3, b3e4, b3e5, b3e6, b3e7, b3e8, b3e9, b3ea, b3eb, b3ec, b3ed, b3ee, b3ef;
        long b3f0, b3f1, b3f2, b3f3, b3f4, b3f5, b3f6, b3f7, b3f8, b3f9, b3fa, b3fb, b3fc, b3fd, b3fe, b3ff;
        if (never) {
            unreachable();
        }
    }

    private static void unreachable() {
        throw new AssertionError(never);
    }
}
