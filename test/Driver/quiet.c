// Rules: F-defer-cc
// What defer-cc adds, and what the plugin's arguments in CFLAGS are for, is unused
// in some steps. That is no reason to warn.
//
// RUN: rm -rf %t && mkdir %t && cd %t
// RUN: echo 'int f(void) { return 0; }' > f.c
// RUN: %defer-cc -Werror -Wall -Wextra -S f.c
// RUN: %defer-cc -Werror -Wall -Wextra -c f.s
// RUN: %defer-cc -Werror -fplugin-arg-defer-mode=auto -c %s -o main.o
// RUN: %defer-cc -Werror -fplugin-arg-defer-mode=auto main.o f.o -o main
// RUN: ./main
// RUN: %defer-cc -Werror -E f.c -o f.i
// RUN: %defer-cc -Werror -c f.i
// RUN: %defer-cc -Werror -Wall -fsyntax-only f.c f.i
// RUN: %defer-cc -Werror -M f.c

int f(void);
int main(void) { return f(); }
