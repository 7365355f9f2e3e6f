// Echo server and load generator.
//
//	echo serve                                  prints its port, echoes for ever
//	echo load PORT IDLE ACTIVE BYTES SECONDS    prints: connected, then requests a second and latencies in microseconds
package main

import (
	"fmt"
	"io"
	"net"
	"os"
	"sort"
	"strconv"
	"sync"
	"time"
)

func main() {
	switch os.Args[1] {
	case "serve":
		serve()
	case "load":
		load(number(2), number(3), number(4), number(5), number(6))
	default:
		panic("serve or load")
	}
}

func number(i int) int {
	n, err := strconv.Atoi(os.Args[i])
	check(err)
	return n
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func serve() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	check(err)
	fmt.Println(l.Addr().(*net.TCPAddr).Port)
	for {
		c, err := l.Accept()
		check(err)
		go echo(c)
	}
}

func echo(c net.Conn) {
	defer c.Close()
	buf := make([]byte, 1024)
	for {
		n, err := c.Read(buf)
		if err != nil {
			return
		}
		if _, err := c.Write(buf[:n]); err != nil {
			return
		}
	}
}

func load(port, idle, active, size, seconds int) {
	address := fmt.Sprintf("127.0.0.1:%d", port)
	quiet := make([]net.Conn, idle)
	for i := range quiet {
		quiet[i] = connect(address, size)
	}
	busy := make([]net.Conn, active)
	for i := range busy {
		busy[i] = connect(address, size)
	}
	fmt.Println("connected")
	var goOn string
	fmt.Scanln(&goOn)
	run(busy, size, seconds) // warms the server up
	fmt.Println("warm")
	latencies := run(busy, size, seconds)
	sort.Slice(latencies, func(i, j int) bool { return latencies[i] < latencies[j] })
	n := len(latencies)
	fmt.Printf("%d %d %d %d %d\n", n, n/seconds, latencies[n/2]/1000, latencies[n*99/100]/1000, latencies[n*999/1000]/1000)
	for _, c := range quiet { // the idle ones are still served
		once(c, make([]byte, size))
	}
	fmt.Println("served")
}

func connect(address string, size int) net.Conn {
	c, err := net.Dial("tcp", address)
	check(err)
	once(c, make([]byte, size))
	return c
}

func once(c net.Conn, b []byte) {
	_, err := c.Write(b)
	check(err)
	_, err = io.ReadFull(c, b)
	check(err)
}

func run(busy []net.Conn, size, seconds int) []int64 {
	var wait sync.WaitGroup
	var lock sync.Mutex
	var all []int64
	end := time.Now().Add(time.Duration(seconds) * time.Second)
	for _, c := range busy {
		wait.Add(1)
		go func(c net.Conn) {
			defer wait.Done()
			mine := make([]int64, 0, 4096)
			b := make([]byte, size)
			for t := time.Now(); t.Before(end); {
				once(c, b)
				now := time.Now()
				mine = append(mine, now.Sub(t).Nanoseconds())
				t = now
			}
			lock.Lock()
			all = append(all, mine...)
			lock.Unlock()
		}(c)
	}
	wait.Wait()
	return all
}
