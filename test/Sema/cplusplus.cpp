// E5: C++ has destructors.
//
// RUN: %clangxx -fplugin=%plugin -fsyntax-only -Xclang -verify %s

void f();

int t() {
  __builtin_defer f();        // expected-error {{defer is not available in C++: use a destructor}}
  __builtin_defer(f());       // expected-error {{defer is not available in C++: use a destructor}}
  __builtin_defer { f(); }    // expected-error {{defer is not available in C++: use a destructor}}
  auto l = [] {
    __builtin_defer f();      // expected-error {{defer is not available in C++: use a destructor}}
  };
  l();
  if (true)
    __builtin_defer f();      // expected-error {{defer is not available in C++: use a destructor}}
  return 0;
}
