module weft.dev/benchmarks/echo

go 1.19
