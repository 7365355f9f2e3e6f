// The Go side of GoChannelBenchmark: the same programs under the names that they have in Go's own tests.
// Run by benchmarks/channels.sh: go test -run - -bench . -cpu 1,2
package main

import (
	"runtime"
	"sync"
	"testing"
	"time"
)

var sink interface{}

func work(units int) int {
	foo := 1
	for i := 0; i < units; i++ {
		foo *= 2
		foo /= 2
		foo += i & 1
	}
	return foo
}

func BenchmarkMakeChan(b *testing.B) {
	for i := 0; i < b.N; i++ {
		sink = make(chan int, 8)
	}
}

func BenchmarkChanNonblocking(b *testing.B) {
	empty := make(chan int)
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			select {
			case <-empty:
				panic("unexpected")
			default:
			}
		}
	})
}

func passAround(pb *testing.PB, one, two chan int) {
	one <- 1
	for pb.Next() {
		select {
		case <-one:
			two <- 1
		case <-two:
			one <- 1
		}
	}
}

func BenchmarkSelectUncontended(b *testing.B) {
	b.RunParallel(func(pb *testing.PB) { passAround(pb, make(chan int, 1), make(chan int, 1)) })
}

func BenchmarkSelectAsyncContended(b *testing.B) {
	procs := runtime.GOMAXPROCS(0)
	one, two := make(chan int, procs), make(chan int, procs)
	b.RunParallel(func(pb *testing.PB) { passAround(pb, one, two) })
}

func BenchmarkSelectSyncContended(b *testing.B) {
	x, y, z, done := make(chan int), make(chan int), make(chan int), make(chan int)
	b.RunParallel(func(pb *testing.PB) {
		go func() {
			for {
				select {
				case x <- 1:
				case y <- 1:
				case z <- 1:
				case <-done:
					return
				}
			}
		}()
		for pb.Next() {
			select {
			case <-x:
			case <-y:
			case <-z:
			}
		}
	})
	close(done)
}

func BenchmarkSelectNonblock(b *testing.B) {
	b.RunParallel(func(pb *testing.PB) {
		x, y, z, full := make(chan int), make(chan int), make(chan int, 1), make(chan int, 1)
		full <- 1
		for pb.Next() {
			select {
			case <-x:
				panic("unexpected")
			default:
			}
			select {
			case y <- 1:
				panic("unexpected")
			default:
			}
			select {
			case <-z:
				panic("unexpected")
			default:
			}
			select {
			case full <- 1:
				panic("unexpected")
			default:
			}
		}
	})
}

func hundreds(pb *testing.PB, c chan int) {
	for pb.Next() {
		for k := 0; k < 100; k++ {
			c <- 1
		}
		for k := 0; k < 100; k++ {
			<-c
		}
	}
}

func BenchmarkChanUncontended(b *testing.B) {
	b.RunParallel(func(pb *testing.PB) { hundreds(pb, make(chan int, 100)) })
}

func BenchmarkChanContended(b *testing.B) {
	shared := make(chan int, 100*runtime.GOMAXPROCS(0))
	b.RunParallel(func(pb *testing.PB) { hundreds(pb, shared) })
}

func takeTurns(c chan int, n int, sends bool, units int) int {
	foo := 0
	for i := 0; i < n; i++ {
		if sends {
			c <- 1
		} else {
			<-c
		}
		foo += work(units)
		if i%8 == 7 {
			sends = !sends
		}
	}
	return foo
}

func benchmarkSync(b *testing.B, units int) {
	c := make(chan int)
	done := make(chan int)
	go func() { done <- takeTurns(c, b.N, false, units) }()
	sink = takeTurns(c, b.N, true, units) + <-done
}

func BenchmarkChanSync(b *testing.B)     { benchmarkSync(b, 0) }
func BenchmarkChanSyncWork(b *testing.B) { benchmarkSync(b, 100) }

func benchmarkProdCons(b *testing.B, capacity, units int) {
	procs := runtime.GOMAXPROCS(0)
	c := make(chan int, capacity)
	share := b.N/procs + 1
	var group sync.WaitGroup
	group.Add(2 * procs)
	for p := 0; p < procs; p++ {
		go func() {
			foo := 0
			for i := 0; i < share; i++ {
				foo += work(units)
				c <- 1
			}
			sink = foo
			group.Done()
		}()
		go func() {
			foo := 0
			for i := 0; i < share; i++ {
				<-c
				foo += work(units)
			}
			sink = foo
			group.Done()
		}()
	}
	group.Wait()
}

func BenchmarkChanProdCons0(b *testing.B)       { benchmarkProdCons(b, 0, 0) }
func BenchmarkChanProdCons10(b *testing.B)      { benchmarkProdCons(b, 10, 0) }
func BenchmarkChanProdCons100(b *testing.B)     { benchmarkProdCons(b, 100, 0) }
func BenchmarkChanProdConsWork0(b *testing.B)   { benchmarkProdCons(b, 0, 100) }
func BenchmarkChanProdConsWork10(b *testing.B)  { benchmarkProdCons(b, 10, 100) }
func BenchmarkChanProdConsWork100(b *testing.B) { benchmarkProdCons(b, 100, 100) }

func BenchmarkSelectProdCons(b *testing.B) {
	procs := runtime.GOMAXPROCS(0)
	c, closing := make(chan int, 128), make(chan int)
	share := b.N/procs + 1
	var group sync.WaitGroup
	group.Add(2 * procs)
	for p := 0; p < procs; p++ {
		go func() {
			timer := time.After(time.Hour)
			for i := 0; i < share; i++ {
				select {
				case c <- 1:
				case <-timer:
					panic("unexpected")
				case <-closing:
					panic("unexpected")
				}
			}
			group.Done()
		}()
		go func() {
			timer := time.After(time.Hour)
			for i := 0; i < share; i++ {
				select {
				case <-c:
				case <-timer:
					panic("unexpected")
				case <-closing:
					panic("unexpected")
				}
			}
			group.Done()
		}()
	}
	group.Wait()
}
