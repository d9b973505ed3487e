/* P8: C++ frames: destructors run, catch (...) ends a panic unless it
 * rethrows, and C++ exceptions run deferred calls and arrive whole.
 *
 * REQUIRES: g++
 * RUN: %clang -Wno-override-module -c %S/Inputs/guard.ll -o %t.guard.o
 * RUN: %cxx -Wall -Wextra -Werror -I%incdir %s %t.guard.o %libdir/libdefer.a \
 * RUN:   -pthread -o %t.gcc
 * RUN: %t.gcc
 * RUN: %not --crash %t.gcc noexcept 2>&1 | %filecheck %s
 * --check-prefix=NOEXCEPT RUN: %not --crash %t.gcc rethrow 2>&1 | %filecheck %s
 * --check-prefix=RETHROW
 * RUN: %clangxx -O1 -Wall -Wextra -Werror -I%incdir %s %t.guard.o \
 * RUN:   %libdir/libdefer.a -pthread -o %t.clang
 * RUN: %t.clang
 * RUN: %not --crash %t.clang noexcept 2>&1 \
 * RUN:   | %filecheck %s --check-prefix=NOEXCEPT
 * RUN: %not --crash %t.clang rethrow 2>&1 \
 * RUN:   | %filecheck %s --check-prefix=RETHROW
 *
 * UNSUPPORTED: sanitizer
 */

#include "Inputs/guard.h"
#include "defer.h"

#include <cstring>
#include <stdexcept>
#include <string>

struct _Unwind_Exception;
extern "C" _Unwind_Exception *__defer_armed(const void *self);
extern "C" const defer_panic_info *
__defer_recover(_Unwind_Exception *exception);

static std::string trace;

struct Object {
  const char *name;
  ~Object() { trace += name; }
};

static void panics(void *message) {
  defer_panicf("%s", static_cast<char *>(message));
}
static void notes(void *text) { trace += static_cast<char *>(text); }
static void recovers(void *) {
  const defer_panic_info *info =
      __defer_recover(__defer_armed(reinterpret_cast<const void *>(recovers)));
  trace += info ? info->message : "-";
}

static void has_object(void *message) {
  Object object{"~a"};
  panics(message);
}

/* A handler of another type does not stop the panic. */
static void typed(void *message) {
  try {
    Object object{"~b"};
    has_object(message);
  } catch (int) {
    trace += "wrong";
  }
}

static void rethrows(void *message) {
  Object object{"~c"};
  try {
    typed(message);
  } catch (...) {
    trace += "rethrow";
    throw;
  }
}

static void throws(void *) {
  Object object{"~t"};
  throw std::runtime_error("whole");
}

static void panics_and_recovers(void *) {
  CHECK(guard_one(panics, const_cast<char *>("inner"), recovers, nullptr) == 1);
}

static void expect(const char *text) {
  if (trace != text)
    fprintf(stderr, "error: got %s\n", trace.c_str());
  CHECK(trace == text);
  trace.clear();
}

static char P[] = "P", Deferred[] = "deferred";

static void noexcept_frame() noexcept { typed(P); }

/* Recovers above a C++ handler that the exception was on its way to. */
static void throws_then_panics(void *) {
  struct deferred calls[] = {{panics, P}};
  guard(throws, nullptr, calls, 1);
}
static void catches_runtime_error(void *) {
  try {
    throws_then_panics(nullptr);
  } catch (std::runtime_error &) {
    trace += "wrong";
  }
}

int main(int count, char **arguments) {
  if (count == 2) {
    // NOEXCEPT: terminate called
    // NOEXCEPT-NOT: panic:
    if (!strcmp(arguments[1], "noexcept"))
      guard_one([](void *) { noexcept_frame(); }, nullptr, recovers, nullptr);
    // A panic that was thrown again and that nobody catches is still reported.
    // RETHROW: {{^}}panic: P{{$}}
    if (!strcmp(arguments[1], "rethrow"))
      rethrows(P);
    return 0;
  }

  CHECK(guard_one(typed, P, recovers, nullptr) == 1);
  expect("~a~bP");
  CHECK(guard_one(rethrows, P, recovers, nullptr) == 1);
  expect("~a~brethrow~cP");

  for (int i = 0; i < 300; i++) /* more than there are spare objects */
    try {
      guard_one(typed, P, notes, Deferred);
      CHECK(!"reached");
    } catch (...) {
      trace += "caught";
    }
  trace.resize(strlen("~a~bdeferredcaught"));
  expect("~a~bdeferredcaught");

  /* A C++ exception: not recovered, arrives whole. */
  try {
    guard_one(throws, nullptr, recovers, nullptr);
    CHECK(!"reached");
  } catch (std::runtime_error &error) {
    trace += error.what();
  }
  expect("~t-whole");

  /* A panic recovered in a deferred call on its way resumes it; so does one
   * that took over and was recovered in the same frame. */
  try {
    guard_one(throws, nullptr, panics_and_recovers, nullptr);
    CHECK(!"reached");
  } catch (std::runtime_error &error) {
    trace += error.what();
  }
  expect("~tinnerwhole");
  try {
    struct deferred calls[] = {{recovers, nullptr}, {panics, P}};
    guard(throws, nullptr, calls, 2);
    CHECK(!"reached");
  } catch (std::runtime_error &error) {
    trace += error.what();
  }
  expect("~tPwhole");
  /* And one that was recovered in another frame, before the handler. */
  try {
    guard_one(throws_then_panics, nullptr, recovers, nullptr);
    CHECK(!"reached");
  } catch (std::runtime_error &error) {
    trace += error.what();
  }
  expect("~tPwhole");

  /* A panic that took over and went past the handler: there is nothing left to
   * resume. */
  CHECK(guard_one(catches_runtime_error, nullptr, recovers, nullptr) == 1);
  expect("~tP");

  /* An exception that replaces a panic. */
  try {
    struct deferred calls[] = {{recovers, nullptr}, {throws, nullptr}};
    guard(panics, P, calls, 2);
    CHECK(!"reached");
  } catch (std::runtime_error &error) {
    trace += error.what();
  }
  expect("~t-whole");
  return 0;
}
