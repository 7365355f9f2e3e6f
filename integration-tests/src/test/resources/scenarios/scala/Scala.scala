package scenario

import dev.weft.Suspendable
import dev.weft.it.Pins
import dev.weft.it.SuspendingCall.{d, fail, i, l, o, str, z}
import dev.weft.it.Trace

// What Scala's compiler makes that javac does not. Each object with a run() is one test.

@Suspendable
object PatternMatching {
  sealed trait Expression
  case class Number(value: Int) extends Expression
  case class Sum(a: Expression, b: Expression) extends Expression
  case object Nothing extends Expression

  private def eval(e: Expression): Int = e match {
    case Number(n) if z(n > 100)    => i(100)
    case Number(n)                  => i(n)
    case Sum(a, Sum(Number(b), _))  => eval(a) - i(b)
    case Sum(a, b)                  => eval(a) + eval(b)
    case Nothing                    => i(0)
  }

  private def text(a: Any): String = a match {
    case s: String            => str(s)
    case n: Int if i(n) > 3   => "big" + i(n)
    case 1 | 2                => str("small")
    case (x: Int, y: String)  => str(y) + i(x)
    case Array(1, rest @ _*)  => "array" + i(rest.length)
    case head :: _            => "list" + o(head)
    case null                 => str("null")
    case _                    => "other"
  }

  def run(): AnyRef = {
    val evaluated = eval(Sum(Number(1), Sum(Number(200), Nothing))) + eval(Sum(Number(500), Nothing))
    val texts = new StringBuilder
    val values = Array[Any]("s", 4, 1, (3, "t"), Array(1, 2, 3), List("h"), null, 2.5)
    var k = 0
    while (k < values.length) {
      texts.append(text(values(k))).append(' ')
      k += 1
    }
    texts.append(evaluated).toString
  }
}

@Suspendable
trait Greeting {
  protected def name: String = str("trait")
  val constant: Int = 7
  private var calls = 0

  def greet(): String = {
    calls += i(1)
    s"$name ${str("says")} $calls $constant"
  }
}

@Suspendable
trait Loud extends Greeting {
  override def greet(): String = super.greet() + str("!")
}

@Suspendable
trait Twice extends Greeting {
  override def greet(): String = super.greet() + super.greet() + i(2)
}

@Suspendable
class Greeter extends Greeting with Loud with Twice {
  override protected def name: String = super.name + str("/class")
}

@Suspendable
object StackedTraits {
  def run(): AnyRef = {
    val greeter: Greeting = new Greeter
    greeter.greet() + new Loud {}.greet()
  }
}

@Suspendable
object DefaultArguments {
  private def join(a: String = str("a"), n: Int = i(2))(b: String = a + n): String = str(a) * n + b

  def run(): AnyRef = join()() + join(n = i(1))() + joined(str("z"), 3)
  private def joined(b: String, n: Int): String = join("y", n)(b)
}

@Suspendable
object Loops {
  def run(): AnyRef = {
    val log = new StringBuilder
    var n = i(0)
    while (n < i(4)) {
      log.append(n).append(if (z(n % 2 == 0)) str("e") else str("o"))
      n += 1
    }
    do {
      n -= i(1)
      log.append(n)
    } while (n > 2)
    log.append(sum(i(5), 0)).append(odd(5)).toString
  }

  @scala.annotation.tailrec
  private def sum(n: Int, all: Long): Long = if (n == 0) all else sum(n - 1, all + l(n))

  private def odd(n: Int): Boolean = if (n == 0) z(false) else even(n - 1)

  private def even(n: Int): Boolean = if (n == 0) z(true) else odd(n - 1)
}

// A local lazy val is computed by a synthetic method, under a lock.
@Pins(value = 1, withLibrary = 1, inferred = 1)
@Suspendable
object Exceptions {
  private def value(k: Int): Int =
    try {
      if (k == 0) fail(new IllegalStateException("x"))
      i(k)
    } catch {
      case e: IllegalStateException if z(e.getMessage == "x") => i(7)
      case e: RuntimeException                                => i(8)
    } finally Trace.add("finally " + i(k))

  def run(): AnyRef = {
    val sum = value(0) * i(100) + value(1)
    val caught =
      try {
        lazy val never = throw new RuntimeException("lazy " + i(3))
        never
      } catch { case e: RuntimeException => str(e.getMessage) }
    sum + caught
  }
}

@Suspendable
class Account private (val owner: String, private var balance: Int) {
  def add(n: Int): this.type = { balance += i(n); this }
  def apply(n: Int): Int = i(balance) * n
  def update(k: Int, v: Int): Unit = balance = i(k) + i(v)
  def unary_! : Boolean = z(balance == 0)
}

@Suspendable
object Account {
  def apply(owner: String): Account = new Account(str(owner), i(1))
  def unapply(a: Account): Option[(String, Int)] = Some((str(a.owner), i(a.balance)))
}

@Suspendable
object Companions {
  def run(): AnyRef = {
    val a = Account("x").add(2).add(i(3))
    a(1) = 5
    val Account(owner, balance) = a
    s"$owner $balance ${a(2)} ${!a}"
  }
}

@Suspendable
object LocalFunctions {
  implicit class Doubled(val n: Int) {
    @Suspendable def doubled: Int = i(n) * 2
  }

  def run(): AnyRef = {
    var seen = 0
    def local(n: Int): Int = {
      seen += n
      if (n == 0) i(0) else local(n - 1) + i(n)
    }
    s"${local(3)} $seen ${4.doubled} ${varargs(i(1), i(2))}"
  }

  private def varargs(n: Int*): Int = n.length + i(n(1))
}

// A trait of one method is a function; it is suspendable when it is annotated.
@Suspendable
trait Step {
  def step(n: Int): Int
}

@Suspendable
object SingleMethodTypes {
  private def apply(step: Step): Int = step.step(i(2)) + step.step(3)

  def run(): AnyRef = {
    val offset = i(100)
    var calls = 0
    val sum = apply { n => calls += 1; i(n) + offset }
    sum + apply(twice(_)) + ":" + calls
  }

  private def twice(n: Int): Int = i(n) * 2
}

// Scala's function types are not woven; woven code looks for the companion of what it calls. What
// Scala's library calls (Option's methods here, and the partial function) runs pinned.
@Pins(value = 5, inferred = 5)
@Suspendable
object Functions {
  private def unless(condition: Boolean)(body: => Int): Int = if (z(condition)) 0 else body

  def run(): AnyRef = {
    val f = (n: Int) => i(n)
    val byName = unless(false)(i(5)) + unless(true)(i(6))
    val comprehension = for {
      a <- Option(o("a"))
      b <- Option(str("b"))
      if z(a != b)
    } yield a + b + i(1)
    val none = for (a <- Option.empty[String]) yield str(a)
    val partial: PartialFunction[Int, String] = { case n if n > i(1) => str("p" + n) }
    s"${f(1) + i(2)} $byName $comprehension $none ${partial.applyOrElse(3, (n: Int) => "no")}"
  }
}

// Functions of primitive types are called by methods for these, or by the general one.
@Suspendable
object PrimitiveFunctions {
  private def twice(f: Int => Int): Int = f(i(1)) + f(2)
  private def general[A, B](f: A => B, a: A): B = f(a)
  private def general2[A, B, C](f: (A, B) => C, a: A, b: B): C = f(a, b)
  private def unit(f: () => Unit): Unit = { f(); f() }
  private def byName(body: => Unit): Unit = { body; body }
  private def wide(f: (Long, Double) => Double): Double = f(l(3L), -0.0) + f(1L, d(0.5))
  private def flag(f: Long => Boolean): Boolean = f(l(7L))
  private def real(f: () => Float): Float = f()
  private def letter(f: () => Char): Char = f()

  def run(): AnyRef = {
    val off = i(3)
    var seen = 0
    unit(() => seen += i(1))
    byName { seen += i(10) }
    val zero = general((n: Int) => i(n) + 1, null.asInstanceOf[Int])
    val none: Any = general((n: Int) => { seen += i(n) }, 100)
    val own = twice(new (Int => Int) { @Suspendable override def apply(n: Int): Int = i(n) * 7 })
    s"${twice(n => i(n) * off)} ${twice(n => n + 1)} ${general((n: Int) => i(n), 5)} $seen $zero $none $own " +
      s"${general2((a: Int, b: Int) => i(a) - b, 9, 4)} ${wide((a, b) => d(a * b))} ${flag(n => z(n == 7L))} " +
      s"${real(() => i(2) / 4f)} ${letter(() => str("xyz").charAt(i(1)))}"
  }
}

@Suspendable
object GeneralFunctions {
  private def curried(a: String): String => Int => String = b => n => (str(a) + b) * i(n)
  private def three(f: (String, Int, String) => String): String = f(str("a"), 2, "c")
  private def guarded(f: => String): String =
    try f
    catch { case e: IllegalStateException => str(e.getMessage) }
    finally Trace.add("finally " + i(0))
  private def named(s: String): String = str(s) + "!"

  def run(): AnyRef = {
    val thrown = guarded { i(1); throw new IllegalStateException("x") }
    val failed = guarded { fail(new IllegalStateException("y")); "" }
    val reference: String => String = named
    val nothing: String => String = null
    val npe =
      try nothing("a")
      catch { case e: NullPointerException => str("npe") }
    s"${curried("p")(str("q"))(2)} ${three((a, n, c) => a * i(n) + c)} $thrown $failed ${reference("r")} $npe"
  }
}
