package scenario;

import static dev.weft.it.SuspendingCall.*;

import dev.weft.Suspendable;
import dev.weft.it.Pins;
import dev.weft.it.Trace;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;
import java.util.stream.*;

/** Methods of the JDK that are given functions which suspend. */
class HigherOrder {
    @Suspendable
    static class Loops {
        static Object run() {
            List<Object> seen = new ArrayList<>();
            List<Integer> list = new ArrayList<>(List.of(1, 2, 3, 4));
            list.forEach(x -> seen.add(i(x)));
            list.removeIf(x -> z(x % 2 == 0));
            list.replaceAll(x -> i(x) * 10);
            list.iterator().forEachRemaining(x -> seen.add(i(x)));
            new LinkedList<>(list).removeIf(x -> z(x > 10));
            Set<Integer> set = new HashSet<>(list);
            set.removeIf(x -> z(x == 10));
            return seen + "" + list + set;
        }
    }

    @Suspendable
    static class OfMaps {
        static Object run() {
            Map<String, Integer> map = new TreeMap<>();
            map.computeIfAbsent("a", k -> i(k.length()));
            map.computeIfPresent("a", (k, v) -> i(v) + 1);
            map.compute("b", (k, v) -> v == null ? i(7) : v);
            map.merge("b", 3, (a, b) -> i(a) + b);
            map.replaceAll((k, v) -> i(v) * 2);
            StringBuilder out = new StringBuilder();
            map.forEach((k, v) -> out.append(str(k)).append(v));
            Map<String, Integer> linked = new LinkedHashMap<>(map);
            linked.compute("a", (k, v) -> o(null));
            linked.merge("b", 1, (a, b) -> o(null));
            return out + "" + linked;
        }
    }

    @Suspendable
    static class Optionals {
        static Object run() {
            Optional<Integer> one = Optional.of(i(1));
            List<Object> seen = new ArrayList<>();
            one.ifPresent(x -> seen.add(i(x)));
            one.ifPresentOrElse(x -> seen.add(i(x)), () -> seen.add("none"));
            Optional<Integer> none = one.filter(x -> z(x > 1));
            none.ifPresentOrElse(x -> seen.add(x), () -> seen.add(str("none")));
            seen.add(one.map(x -> i(x) + 1).get());
            seen.add(one.flatMap(x -> Optional.of(i(x) + 2)).get());
            seen.add(none.or(() -> Optional.of(i(9))).get());
            seen.add(none.orElseGet(() -> i(8)));
            try {
                none.orElseThrow(() -> new IllegalStateException(str("absent")));
            } catch (IllegalStateException e) {
                seen.add(e.getMessage());
            }
            seen.add(Objects.requireNonNullElseGet(null, () -> str("else")));
            return seen.toString();
        }
    }

    @Suspendable
    static class Sorted {
        static Object run() {
            List<String> names = new ArrayList<>(List.of("ccc", "a", "bb", "dd", "e", "ffff", "g", "hh", "i", "jj", "k"));
            names.sort((a, b) -> i(a.length()) - b.length());
            List<String> copy = new LinkedList<>(names);
            Collections.sort(copy, (a, b) -> i(b.compareTo(a)));
            String[] array = names.toArray(new String[0]);
            Arrays.sort(array, (a, b) -> i(a.compareTo(b)));
            Arrays.sort(array, 2, 5, Comparator.comparing((String x) -> str(x)).reversed());
            List<String> keyed = new ArrayList<>(names);
            keyed.sort(Comparator.comparingInt((String x) -> i(x.length())).thenComparing((a, b) -> i(b.compareTo(a))));
            return names + "" + copy + Arrays.toString(array) + keyed;
        }
    }

    /** A comparison that throws leaves through the sort. */
    @Suspendable
    static class SortThrows {
        static Object run() {
            List<Integer> list = new ArrayList<>(List.of(3, 1, 2));
            try {
                list.sort((a, b) -> fail(new IllegalStateException("compared")));
                return "WRONG";
            } catch (IllegalStateException e) {
                return e.getMessage() + list + i(1);
            }
        }
    }

    @Suspendable
    static class Item implements Comparable<Item> {
        final int key;

        Item(int key) {
            this.key = key;
        }

        @Override
        public int compareTo(Item other) {
            return i(key) - other.key;
        }

        @Override
        public String toString() {
            return "#" + key;
        }
    }

    @Suspendable
    static class NaturalOrder {
        static Object run() {
            List<Item> items = new ArrayList<>(List.of(new Item(3), new Item(1), new Item(2)));
            Collections.sort(items);
            return items + "" + Stream.of(new Item(5), new Item(4)).map(x -> o(x)).sorted().collect(Collectors.toList());
        }
    }

    @Suspendable
    static class ComposedFunctions {
        static Object run() {
            Function<Integer, Integer> inc = x -> i(x) + 1;
            Function<Integer, Integer> twice = x -> x * 2;
            BiFunction<Integer, Integer, Integer> add = (x, y) -> i(x) + y;
            Predicate<Integer> even = x -> z(x % 2 == 0);
            Predicate<Integer> big = x -> x > 10;
            List<Object> seen = new ArrayList<>();
            Consumer<Integer> a = x -> seen.add("a" + i(x));
            a.andThen(x -> seen.add("b" + x)).accept(1);
            return inc.andThen(twice).apply(3) + ":" + inc.compose(twice).apply(3) + ":" + twice.andThen(inc).apply(1)
                    + add.andThen(inc).apply(1, 2) + even.and(big).test(12) + even.or(big).test(3) + even.negate().test(4)
                    + seen;
        }
    }

    @Suspendable
    static class ObjectPipelines {
        static Object run() {
            List<Object> seen = new ArrayList<>();
            List<Integer> numbers = List.of(5, 3, 4, 1, 2, 3);
            String joined = numbers.stream()
                    .filter(x -> z(x > 1))
                    .map(x -> "n" + i(x))
                    .peek(x -> seen.add(str(x)))
                    .distinct()
                    .sorted()
                    .skip(1)
                    .limit(2)
                    .collect(Collectors.joining(","));
            List<String> sorted = numbers.stream()
                    .sorted((a, b) -> i(b - a))
                    .map(String::valueOf)
                    .collect(Collectors.toList());
            List<Object> flat = numbers.stream()
                    .flatMap(x -> Stream.of(x, i(x) * 10))
                    .limit(5)
                    .collect(Collectors.toList());
            numbers.stream().dropWhile(x -> z(x != 4)).takeWhile(x -> z(x != 2)).forEach(x -> seen.add(i(x)));
            numbers.stream().forEachOrdered(x -> seen.add(i(x)));
            return joined + sorted + flat + seen;
        }
    }

    @Suspendable
    static class Terminals {
        static Object run() {
            List<Integer> numbers = List.of(5, 3, 4, 1, 2);
            List<Object> all = new ArrayList<>();
            all.add(numbers.stream().reduce(0, (a, b) -> i(a) + b));
            all.add(numbers.stream().reduce((a, b) -> i(Math.max(a, b))));
            all.add(numbers.stream().reduce("", (a, b) -> str(a) + b, String::concat));
            all.add(numbers.stream().min((a, b) -> i(a - b)));
            all.add(numbers.stream().max((a, b) -> i(a - b)));
            all.add(numbers.stream().anyMatch(x -> z(x == 3)));
            all.add(numbers.stream().allMatch(x -> z(x < 4)));
            all.add(numbers.stream().noneMatch(x -> z(x > 9)));
            all.add(numbers.stream().map(x -> i(x)).findFirst());
            all.add(numbers.stream().filter(x -> z(x > 9)).findAny());
            all.add(numbers.stream().filter(x -> z(x > 2)).count());
            all.add(Arrays.toString(numbers.stream().map(x -> i(x)).toArray()));
            all.add(Arrays.toString(numbers.stream().map(x -> i(x)).toArray(Integer[]::new)));
            ArrayList<Integer> into = numbers.stream().collect(ArrayList::new, (l, x) -> l.add(i(x)), ArrayList::addAll);
            all.add(into);
            all.add(numbers.stream().collect(Collector.of(StringBuilder::new, (b, x) -> b.append(i(x)),
                    StringBuilder::append, b -> str(b.toString()))));
            int sum = 0;
            for (Iterator<Integer> each = numbers.stream().map(x -> i(x)).iterator(); each.hasNext(); ) {
                sum += each.next();
            }
            return all.toString() + sum;
        }
    }

    @Suspendable
    static class Primitives {
        static Object run() {
            List<Object> all = new ArrayList<>();
            all.add(IntStream.range(0, 5).map(x -> i(x) * x).sum());
            all.add(IntStream.rangeClosed(1, 4).filter(x -> z(x % 2 == 0)).boxed().collect(Collectors.toList()));
            all.add(IntStream.of(3, 1, 2).mapToObj(x -> "o" + i(x)).sorted().collect(Collectors.toList()));
            all.add(IntStream.of(1, 2).mapToLong(x -> l(x)).max());
            all.add(IntStream.of(1, 2).mapToDouble(x -> d(x)).average());
            all.add(LongStream.range(0, 4).mapToInt(x -> i((int) x)).reduce(1, (a, b) -> a + i(b)));
            all.add(DoubleStream.of(1.5, 2.5).map(x -> d(x) + 1).summaryStatistics());
            all.add(Arrays.toString(DoubleStream.of(1, -0.0).map(x -> d(x)).toArray()));
            all.add(Stream.of("a", "bb").mapToInt(s -> i(s.length())).asLongStream().sum());
            all.add(IntStream.of(4, 5).peek(x -> v()).anyMatch(x -> z(x == 5)));
            all.add(IntStream.of(4, 5).flatMap(x -> IntStream.of(x, i(x))).count());
            all.add(IntStream.of(4, 5).map(x -> i(x)).findFirst());
            all.add(IntStream.of().map(x -> i(x)).min());
            IntStream.range(0, 2).forEach(x -> all.add(i(x)));
            all.add("text".chars().mapToObj(c -> (char) i(c)).map(String::valueOf).collect(Collectors.joining("-")));
            return all.toString();
        }
    }

    @Suspendable
    static class Endless {
        static Object run() {
            List<Object> all = new ArrayList<>();
            all.add(Stream.iterate(1, x -> i(x) * 2).limit(5).collect(Collectors.toList()));
            all.add(Stream.iterate(1, x -> z(x < 50), x -> x * 3).collect(Collectors.toList()));
            int[] next = {0};
            all.add(IntStream.generate(() -> i(next[0]++)).limit(3).sum());
            all.add(LongStream.iterate(1, x -> l(x) + 1).filter(x -> z(x % 7 == 0)).findFirst());
            all.add(Stream.generate(() -> str("g")).takeWhile(s -> all.size() < 4).limit(1).count());
            return all.toString();
        }
    }

    /** Closing, using twice, handing to code that is not woven. */
    @Suspendable
    static class Protocol {
        static Object run() {
            List<Object> all = new ArrayList<>();
            try (Stream<Integer> s = Stream.of(1, 2).onClose(() -> all.add("closed")).map(x -> i(x))) {
                all.add(s.collect(Collectors.toList()));
            }
            Stream<Integer> used = Stream.of(1).map(x -> i(x));
            all.add(used.count());
            try {
                used.count();
                all.add("WRONG");
            } catch (IllegalStateException e) {
                all.add("used");
            }
            all.add(Stream.of(1).map(x -> i(x)).isParallel());
            Stream<Integer> inner = Stream.of(5, 6).map(x -> i(x));
            all.add(Stream.of(1, 2).flatMap(x -> i(x) == 1 ? inner.onClose(() -> all.add("inner")) : null)
                    .collect(Collectors.toList()));
            return all.toString();
        }
    }

    /** A flatMap whose own function can't suspend is the JDK's, and so is what it does with inner streams. */
    @Suspendable
    @Pins(2)
    static class InnerOfJdkStream {
        static Object run() {
            Stream<Integer> inner = Stream.of(5, 6).map(x -> i(x));
            return Stream.of(1).flatMap(x -> inner).collect(Collectors.toList()).toString();
        }
    }

    @Suspendable
    static class InsideCollectors {
        static Object run() {
            List<Object> all = new ArrayList<>();
            List<String> words = List.of("a", "bb", "cc", "ddd");
            all.add(words.stream().collect(Collectors.toMap(x -> x, x -> i(x.length()))));
            all.add(words.stream().collect(Collectors.toMap(x -> i(x.length()), x -> x, (x, y) -> str(x + y))));
            all.add(words.stream().collect(Collectors.toMap(x -> i(x.length()), x -> x, (x, y) -> y, TreeMap::new)));
            all.add(words.stream().collect(Collectors.groupingBy(x -> i(x.length()))));
            all.add(words.stream().collect(Collectors.groupingBy(x -> i(x.length()) % 2, TreeMap::new, Collectors.counting())));
            all.add(words.stream().collect(Collectors.groupingBy(String::length, Collectors.mapping(x -> str(x + "!"), Collectors.joining("+")))));
            all.add(words.stream().collect(Collectors.partitioningBy(x -> z(x.length() > 1))));
            all.add(words.stream().collect(Collectors.partitioningBy(x -> z(x.length() > 9), Collectors.counting())));
            all.add(words.stream().collect(Collectors.filtering(x -> z(x.length() == 2), Collectors.toList())));
            all.add(words.stream().collect(Collectors.flatMapping(x -> Stream.of(x, str(x + x)), Collectors.toList())));
            all.add(words.stream().collect(Collectors.collectingAndThen(Collectors.toList(), x -> str("n" + x.size()))));
            all.add(words.stream().collect(Collectors.reducing("", (x, y) -> str(x + y))));
            all.add(words.stream().collect(Collectors.reducing(0, x -> i(x.length()), Integer::sum)));
            Collector<String, ?, TreeSet<String>> set = Collectors.toCollection(() -> new TreeSet<String>(List.of(str("z"))));
            all.add(words.stream().collect(set));
            return all.toString();
        }
    }

    @Suspendable
    static class InsideSums {
        static Object run() {
            List<Object> all = new ArrayList<>();
            List<Integer> numbers = List.of(5, 3, 4);
            all.add(numbers.stream().collect(Collectors.summingInt(x -> i(x))));
            all.add(numbers.stream().collect(Collectors.summingLong(x -> l(x))));
            all.add(numbers.stream().collect(Collectors.summingDouble(x -> d(x / 3.0))));
            all.add(numbers.stream().collect(Collectors.averagingInt(x -> i(x))));
            all.add(numbers.stream().collect(Collectors.averagingLong(x -> l(x))));
            all.add(numbers.stream().collect(Collectors.averagingDouble(x -> d(x / 3.0))));
            all.add(Stream.<Integer>of().collect(Collectors.averagingInt(x -> i(x))));
            return all.toString();
        }
    }

    /** As the JDK's: a key twice, a null key, a null value. */
    @Suspendable
    static class CollectorsThrow {
        static String thrown(Supplier<Object> s) {
            try {
                return "WRONG " + s.get();
            } catch (IllegalStateException | NullPointerException e) {
                return e.getClass().getSimpleName() + (e instanceof IllegalStateException ? e.getMessage() : "");
            }
        }

        static Object run() {
            return thrown(() -> Stream.of(1, 1).collect(Collectors.toMap(x -> i(x), x -> str("v"))))
                    + thrown(() -> Stream.of(1).collect(Collectors.toMap(x -> i(x), x -> (Object) null)))
                    + thrown(() -> Stream.of(1).collect(Collectors.groupingBy(x -> o(null))));
        }
    }

    @Suspendable
    static class Concatenated {
        static Object run() {
            List<Object> all = new ArrayList<>();
            Stream<Integer> both = Stream.concat(
                    Stream.of(1).map(x -> i(x)).onClose(() -> all.add("a")), Stream.of(2).onClose(() -> all.add("b")));
            try (Stream<Integer> s = both) {
                all.add(s.collect(Collectors.toList()));
            }
            all.add(Stream.concat(Stream.of(1), Stream.of(2, 3).map(x -> i(x))).findFirst());
            all.add(IntStream.concat(IntStream.of(1).map(x -> i(x)), IntStream.of(2)).sum());
            all.add(LongStream.concat(LongStream.of(1), LongStream.of(2).map(x -> l(x))).sum());
            all.add(DoubleStream.concat(DoubleStream.of(1).map(x -> d(x)), DoubleStream.of(2).map(x -> d(x))).sum());
            return all.toString();
        }
    }

    @Suspendable
    static class ComposedPrimitives {
        static Object run() {
            List<Object> all = new ArrayList<>();
            IntUnaryOperator inc = x -> i(x) + 1;
            all.add(inc.andThen(x -> x * 2).applyAsInt(3) + inc.compose(x -> x * 2).applyAsInt(3));
            IntPredicate even = x -> z(x % 2 == 0);
            all.add(even.and(x -> x > 2).test(4) + "" + even.or(x -> x > 2).test(3) + even.negate().test(2));
            IntConsumer add = x -> all.add(i(x));
            add.andThen(x -> all.add(-x)).accept(9);
            LongUnaryOperator more = x -> l(x) + 1;
            all.add(more.andThen(x -> x * 2).applyAsLong(3));
            LongPredicate big = x -> z(x > 5);
            all.add(big.negate().and(x -> x > 1).test(3));
            DoubleUnaryOperator half = x -> d(x) / 2;
            all.add(half.compose(x -> x + 1).applyAsDouble(3));
            DoubleConsumer show = x -> all.add(d(x));
            show.andThen(x -> all.add(x)).accept(1.5);
            BiPredicate<Integer, Integer> less = (x, y) -> z(x < y);
            all.add(less.and((x, y) -> x > 0).test(1, 2) + "" + less.or((x, y) -> x > 0).test(3, 2) + less.negate().test(1, 2));
            BiConsumer<Integer, Integer> two = (x, y) -> all.add(i(x) + y);
            two.andThen((x, y) -> all.add(x * y)).accept(2, 3);
            return all.toString();
        }
    }

    @Suspendable
    @Pins(1)
    static class InitialValue {
        static Object run() {
            ThreadLocal<Integer> local = ThreadLocal.withInitial(() -> i(4));
            return local.get();
        }
    }

    static class Implementors {
        @Suspendable
        static class All
                implements Runnable, Callable<Integer>, Supplier<String>, Consumer<String>, Predicate<Integer>,
                        Comparator<Integer>, BiFunction<Integer, Integer, Integer>, IntUnaryOperator {
            String seen = "";

            @Override
            public void run() {
                seen += i(1);
            }

            @Override
            public Integer call() {
                return i(2);
            }

            @Override
            public String get() {
                return str("got");
            }

            @Override
            public void accept(String x) {
                seen += str(x);
            }

            @Override
            public boolean test(Integer x) {
                return z(x > 0);
            }

            @Override
            public int compare(Integer a, Integer b) {
                return i(a) - b;
            }

            @Override
            public Integer apply(Integer a, Integer b) {
                return i(a) + b;
            }

            @Override
            public int applyAsInt(int x) {
                return -i(x);
            }

            // three interfaces have one of that name
            @Override
            public <V> BiFunction<Integer, Integer, V> andThen(Function<? super Integer, ? extends V> after) {
                return (a, b) -> after.apply(apply(a, b));
            }

            @Override
            public Consumer<String> andThen(Consumer<? super String> after) {
                return x -> {
                    accept(x);
                    after.accept(x);
                };
            }
        }

        @Suspendable
        static Object run() throws Exception {
            All all = new All();
            Runnable r = all;
            Callable<Integer> c = all;
            Supplier<String> s = all;
            Consumer<String> t = all;
            Predicate<Integer> p = all;
            Comparator<Integer> k = all;
            BiFunction<Integer, Integer, Integer> f = all;
            IntUnaryOperator u = all;
            r.run();
            t.accept("t");
            t.andThen(x -> all.seen += str("then")).accept("u");
            List<Integer> list = new ArrayList<>(List.of(2, 1));
            list.sort(k.reversed());
            return all.seen + c.call() + s.get() + p.test(3) + p.negate().test(3) + k.compare(1, 2) + f.apply(1, 2)
                    + u.applyAsInt(4) + f.andThen(x -> i(x) * 10).apply(1, 1) + list;
        }
    }
}
