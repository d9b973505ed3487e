// C++ frames between C frames: what they do, C asks for by name.
#include <cstdio>
#include <defer.h>
#include <exception>
#include <stdexcept>
#include <string>

namespace {
struct noisy {
  int n;
  explicit noisy(int n) : n(n) {}
  ~noisy() { std::printf("~%d ", n); }
};
} // namespace

extern "C" {
void cxx_destructors(void (*f)(int), int n) {
  noisy a(n), b(n + 1);
  f(n);
  std::printf("returned ");
}

void cxx_catch_all(void (*f)(int), int n) {
  noisy a(n);
  try {
    noisy b(n + 1);
    f(n);
    std::printf("returned ");
  } catch (...) {
    std::printf("caught ");
  }
}

void cxx_rethrow(void (*f)(int), int n) {
  try {
    f(n);
  } catch (const std::exception &e) {
    std::printf("std ");
    throw;
  } catch (...) {
    std::printf("rethrow ");
    throw;
  }
}

void cxx_throw(int n) {
  noisy a(n);
  throw std::runtime_error("error " + std::to_string(n));
}

void cxx_catch(void (*f)(int), int n) {
  try {
    f(n);
    std::printf("returned ");
  } catch (const std::runtime_error &e) {
    std::printf("[%s] ", e.what());
  }
}

void cxx_catch_int(void (*f)(int), int n) {
  try {
    f(n);
    std::printf("returned ");
  } catch (int i) {
    std::printf("int %d ", i);
  }
}

void cxx_throw_int(int n) { throw n; }

void cxx_throw_and_catch(int n) {
  try {
    throw n;
  } catch (int i) {
    std::printf("inside %d ", i);
  }
}

void cxx_panic(int n) {
  noisy a(n);
  defer_panicf("from C++ %d", n);
}

void cxx_noexcept(void (*f)(int), int n) noexcept { f(n); }
}
