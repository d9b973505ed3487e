// D6: the statement, or a part of it, made by macros.
//
// RUN: %clang-defer -fsyntax-only -Wall -Xclang -verify %s
// RUN: %clang-defer -c -o %t.o %s
// RUN: %clang-defer -c -save-temps=obj -o %t.o %s
// expected-no-diagnostics

#if __builtin_defer
#error "it is no macro, and zero to the preprocessor"
#endif

#define DEFER __builtin_defer
#define IDENTITY(...) __VA_ARGS__
#define PASTE(a, b) a##b
#define CALL(c) __builtin_defer c
#define BLOCK(...) __builtin_defer { __VA_ARGS__ }
#define TEXT(x) #x
#define EXPANDED(x) TEXT(x)
#define UNLOCK(n) f(n)
#define OPEN {
#define CLOSE }

int f(int);

const char *text = EXPANDED(__builtin_defer f(1););

void t(int n) {
  DEFER f(1);
  DEFER { f(2); }
  IDENTITY(__builtin_defer f(3);)
  IDENTITY(__builtin_defer) f(4);
  IDENTITY(__builtin_defer { f(5), f(6); f(7); })
  PASTE(__builtin_, defer)(f(8));
  CALL(f(9));
  CALL((f(10)));
  CALL(({ f(11); }));
  BLOCK(f(12);)
  BLOCK(BLOCK(f(13);) f(14); BLOCK(f(15);))
  __builtin_defer UNLOCK(n);
  __builtin_defer OPEN f(16); CLOSE
  if (n)
    CALL(f(17));
  else
    BLOCK(f(18);)
  IDENTITY(IDENTITY(IDENTITY(DEFER))) IDENTITY(f)(IDENTITY(19));
}
