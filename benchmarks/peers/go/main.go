// The Go side of the comparison: PEER WORKLOAD SIZE REPETITIONS [DEPTH].
// Each repetition prints "sample QUANTITY RESULT PEAK_KB": nanoseconds (bytes for "parked"), the checked
// result, and the process's peak resident memory so far. The number of threads is GOMAXPROCS's.
package main

import (
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

const ringSize = 503
const batch = 1000

var workloads = map[string]func(n int) int{
	"gophers":  gophers,
	"ring":     ring,
	"pingpong": pingpong,
	"buffered": buffered,
	"skynet":   func(n int) int { c := make(chan int); go skynet(c, 0, n); return <-c },
	"spawn":    spawn,
	"yield":    yield,
	"park":     park,
	"wake":     wakeAcross,
	"forkjoin": forkJoin,
}

func main() {
	if len(os.Args) < 4 {
		fmt.Fprintln(os.Stderr, "usage: peer WORKLOAD SIZE REPETITIONS [DEPTH]")
		os.Exit(2)
	}
	n, repetitions := number(os.Args[2]), number(os.Args[3])
	if os.Args[1] == "parked" || os.Args[1] == "live" {
		bytes, result := parked(n, number(os.Args[4]), os.Args[1] == "live")
		fmt.Printf("sample %d %d %d\n", bytes, result, peakKb())
		return
	}
	run, known := workloads[os.Args[1]]
	if !known || os.Args[1] == "wake" && runtime.GOMAXPROCS(0) == 1 {
		fmt.Println("unsupported")
		return
	}
	for i := 0; i < repetitions; i++ {
		start := time.Now()
		result := run(n)
		fmt.Printf("sample %d %d %d\n", time.Since(start).Nanoseconds(), result, peakKb())
	}
}

func number(text string) int {
	n, err := strconv.Atoi(text)
	if err != nil {
		fmt.Fprintln(os.Stderr, "not a number:", text)
		os.Exit(2)
	}
	return n
}

func peakKb() int {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return -1
	}
	for _, line := range strings.Split(string(status), "\n") {
		if strings.HasPrefix(line, "VmHWM:") {
			return number(strings.Fields(line)[1])
		}
	}
	return -1
}

func gophers(n int) int {
	leftmost := make(chan int)
	left := leftmost
	for i := 0; i < n; i++ {
		right := make(chan int)
		go gopher(left, right)
		left = right
	}
	go func(c chan int) { c <- 1 }(left)
	return <-leftmost
}

func gopher(left, right chan int) { left <- 1 + <-right }

// A token counts down from hops; the member it reaches at zero reports itself and sends a wave round that ends all.
func ring(hops int) int {
	links := make([]chan int, ringSize)
	for i := range links {
		links[i] = make(chan int)
	}
	done := make(chan int)
	for i := range links {
		go ringMember(i, links[i], links[(i+1)%ringSize], done)
	}
	links[0] <- hops
	return <-done
}

func ringMember(i int, in, out chan int, done chan int) {
	for {
		v := <-in
		if v == 0 {
			done <- i
		}
		if v > 1-ringSize {
			out <- v - 1
		}
		if v <= 0 {
			return
		}
	}
}

func pingpong(n int) int {
	ping, pong := make(chan int), make(chan int)
	go func() {
		for i := 0; i < n; i++ {
			pong <- 1 + <-ping
		}
	}()
	sum := 0
	for i := 0; i < n; i++ {
		ping <- i
		sum += <-pong
	}
	return sum
}

func buffered(n int) int {
	c := make(chan int, 100)
	go func() {
		for i := 0; i < n; i++ {
			c <- i
		}
		close(c)
	}()
	sum := 0
	for v := range c {
		sum += v
	}
	return sum
}

func skynet(up chan int, number, size int) {
	if size == 1 {
		up <- number
		return
	}
	down := make(chan int)
	for i := 0; i < 10; i++ {
		go skynet(down, number+i*(size/10), size/10)
	}
	sum := 0
	for i := 0; i < 10; i++ {
		sum += <-down
	}
	up <- sum
}

func spawn(n int) int {
	var finished int64
	for made := 0; made < n; made += batch {
		var group sync.WaitGroup
		group.Add(batch)
		for i := 0; i < batch; i++ {
			go func() {
				atomic.AddInt64(&finished, 1)
				group.Done()
			}()
		}
		group.Wait()
	}
	return int(finished)
}

func yield(n int) int {
	other := make(chan int)
	go func() { other <- yieldOften(n / 2) }()
	return yieldOften(n/2) + <-other
}

func yieldOften(n int) int {
	done := 0
	for i := 0; i < n; i++ {
		runtime.Gosched()
		done++
	}
	return done
}

// Go has no park and unpark for programs; a channel with room for one signal is its permit.
func park(n int) int {
	var permits [2]chan struct{}
	for i := range permits {
		permits[i] = make(chan struct{}, 1)
	}
	var turn int64
	var group sync.WaitGroup
	group.Add(2)
	for mine := 0; mine < 2; mine++ {
		go func(mine int64) {
			for i := 0; i < n/2; i++ {
				for atomic.LoadInt64(&turn)&1 != mine {
					<-permits[mine]
				}
				atomic.AddInt64(&turn, 1)
				select {
				case permits[1-mine] <- struct{}{}:
				default:
				}
			}
			group.Done()
		}(int64(mine))
	}
	group.Wait()
	return int(turn)
}

// A goroutine that never gives up its thread wakes another, which must come to another thread to answer.
func wakeAcross(n int) int {
	permit := make(chan struct{}, 1)
	var asked, answered int64
	done := make(chan struct{})
	go func() {
		for i := int64(1); i <= int64(n); i++ {
			for atomic.LoadInt64(&asked) != i {
				<-permit
			}
			atomic.StoreInt64(&answered, i)
		}
		close(done)
	}()
	for i := int64(1); i <= int64(n); i++ {
		atomic.StoreInt64(&asked, i)
		select {
		case permit <- struct{}{}:
		default:
		}
		for atomic.LoadInt64(&answered) != i {
		}
	}
	<-done
	return int(answered)
}

func forkJoin(n int) int {
	if n < 2 {
		return n
	}
	left := make(chan int, 1)
	go func() { left <- forkJoin(n - 1) }()
	right := forkJoin(n - 2)
	return <-left + right
}

func parked(n, depth int, live bool) (int, int) {
	before := inUse()
	gate := make(chan int)
	var ready, group sync.WaitGroup
	ready.Add(n)
	group.Add(n)
	for i := 0; i < n; i++ {
		go func() {
			ready.Done()
			if live {
				descendLive(depth, depth, "name", gate)
			} else {
				descend(depth, gate)
			}
			group.Done()
		}()
	}
	ready.Wait()
	time.Sleep(200 * time.Millisecond)
	bytes := inUse() - before
	close(gate)
	group.Wait()
	return bytes, n
}

//go:noinline
func descend(depth int, gate chan int) int {
	if depth <= 1 {
		return <-gate
	}
	return 1 + descend(depth-1, gate)
}

//go:noinline
func descendLive(depth, sum int, name string, gate chan int) int {
	if depth <= 1 {
		return <-gate
	}
	below := descendLive(depth-1, sum+depth, name, gate)
	return below*depth + sum + len(name)
}

func inUse() int {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapInuse + m.StackInuse + m.MSpanInuse + m.OtherSys)
}
