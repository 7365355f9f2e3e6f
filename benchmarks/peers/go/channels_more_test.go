// More of channels_test.go: closed and fresh channels, a semaphore, a popular channel.
package main

import (
	"runtime"
	"sync"
	"testing"
)

func BenchmarkReceiveDataFromClosedChan(b *testing.B) {
	c := make(chan int, b.N)
	for i := 0; i < b.N; i++ {
		c <- 1
	}
	close(c)
	b.ResetTimer()
	for range c {
	}
}

func BenchmarkChanCreation(b *testing.B) {
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			c := make(chan int, 1)
			c <- 1
			<-c
		}
	})
}

func BenchmarkChanSem(b *testing.B) {
	permits := make(chan int, runtime.GOMAXPROCS(0))
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			permits <- 1
			<-permits
		}
	})
}

func BenchmarkChanPopular(b *testing.B) {
	all := make(chan int)
	var own []chan int
	var group sync.WaitGroup
	group.Add(1000)
	for i := 0; i < 1000; i++ {
		mine := make(chan int)
		own = append(own, mine)
		go func() {
			for i := 0; i < b.N; i++ {
				select {
				case <-all:
				case <-mine:
				}
			}
			group.Done()
		}()
	}
	for i := 0; i < b.N; i++ {
		for _, c := range own {
			c <- 1
		}
	}
	group.Wait()
}

func BenchmarkChanClosed(b *testing.B) {
	c := make(chan int)
	close(c)
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			select {
			case <-c:
			default:
				panic("unexpected")
			}
		}
	})
}
