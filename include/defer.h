/*===-- defer.h - defer, panic and recover for C
 *------------------------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===-------------------------------------------------------------------------===
 *
 *   #include <defer.h>
 *
 *   int copy(const char *from, const char *to) {
 *     FILE *in = fopen(from, "r");
 *     if (!in)
 *       return -1;
 *     defer fclose(in);                  // runs when copy() returns
 *     ...
 *   }
 *
 * Compile with `-fplugin=ClangDefer.so`, link with `-ldefer`, or let `defer-cc`
 * do both. C99 and later. From C++ only the functions are declared.
 *
 *===-------------------------------------------------------------------------===*/

#ifndef DEFER_H
#define DEFER_H

#if !defined(__cplusplus)
#if defined(__has_attribute)
#if __has_attribute(__defer_result__)
#define DEFER_HAVE_PLUGIN 1
#endif
#endif

#if !defined(DEFER_HAVE_PLUGIN) && !defined(DEFER_TOOLING)
#error                                                                         \
    "defer.h needs the clang-defer plugin: compile with clang and -fplugin=ClangDefer.so, or with defer-cc (tools that only read the source define DEFER_TOOLING)"
#endif
#endif /* !__cplusplus */

#ifdef __cplusplus
extern "C" {
#endif

/** What is known of a panic. The run-time owns it and all that it points to,
 *  except what `value` points to, which stays the caller's. */
typedef struct defer_panic_info {
  /** What defer_panic() was given; NULL for defer_panicf(). */
  void *value;
  /** The message as text, never NULL: that of defer_panicf(), at least 1,000
   *  bytes of it, a cut marked with `...`; `(void *) 0x...` or `nil` for
   *  defer_panic(). */
  const char *message;
  /** Where the panic was raised; never NULL, "?" and 0 where unknown. */
  const char *file;
  int line;
  const char *function;
} defer_panic_info;

#if defined(__GNUC__) || defined(__clang__)
#define DEFER_NORETURN_ __attribute__((__noreturn__))
#define DEFER_PRINTF_(Format, First)                                           \
  __attribute__((__format__(__printf__, Format, First)))
#else
#define DEFER_NORETURN_
#define DEFER_PRINTF_(Format, First)
#endif

/** Raises a panic with any pointer, NULL too. Deferred calls of every frame up
 *  the stack run, until one of them recovers; with none the process reports the
 *  panic to stderr and aborts. Never returns. `value` is kept as it is, not
 *  copied. Needs no memory from malloc. Thread-safe; in a signal handler the
 *  panic must be recovered before it would leave the handler.
 *  As a macro it knows the place where it stands. */
DEFER_NORETURN_ void defer_panic(const void *value);

/** Raises a panic with a message formatted as by printf; see defer_panic(). */
DEFER_NORETURN_ DEFER_PRINTF_(1, 2) void defer_panicf(const char *format, ...);

/** As defer_panic() and defer_panicf(), with the place given by the caller.
 *  `file` and `function` must outlive the panic (string literals do). */
DEFER_NORETURN_ void defer_panic_at(const void *value, const char *file,
                                    int line, const char *function);
DEFER_NORETURN_ DEFER_PRINTF_(4, 5) void defer_panicf_at(
    const char *file, int line, const char *function, const char *format, ...);

/** Stops the panic that runs the deferred block or function it is called in,
 *  and returns what is known of it: the frame that deferred the call then runs
 *  its remaining deferred calls and returns normally. NULL when there is
 * nothing to recover: no panic, one recovered already, or a caller that the
 * panic did not run itself. What is returned is valid until the frame that
 * deferred the recovering call has returned. */
const defer_panic_info *defer_recover(void);

#ifdef __cplusplus
}
#else

/* In C89 by Clang's extensions, of which it need not tell with -pedantic. */
#if defined(__clang__)
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wvariadic-macros"
#endif
#define defer_panic(Value) defer_panic_at((Value), __FILE__, __LINE__, __func__)
#define defer_panicf(...)                                                      \
  defer_panicf_at(__FILE__, __LINE__, __func__, __VA_ARGS__)
#if defined(__clang__)
#pragma clang diagnostic pop
#endif

#if defined(DEFER_HAVE_PLUGIN)

/** Marks the variable that holds the function's result: `return e;` stores to
 *  it, deferred blocks may change it, and it is what the function returns. */
#define defer_result __attribute__((__defer_result__))

#else /* DEFER_TOOLING: parse, for tools that cannot load the plugin */

#define defer_result __attribute__((__unused__)) /* every return uses it */
/* The source must parse, in the two forms that are C: `defer f(x);` and
 * `defer ({ ... });`. It must not link, for nothing would be deferred. */
extern int defer_without_the_plugin__compile_with_fplugin_ClangDefer_so;
#define __builtin_defer                                                        \
  defer_without_the_plugin__compile_with_fplugin_ClangDefer_so = 1, (void)

#endif

#if !defined(DEFER_NO_KEYWORD)
#if defined(defer)
/* It may mean what it is to mean: then the name that it expands to says so. */
#define DEFER_IS___builtin_defer 1
#define DEFER_PASTE_(Prefix, Name) Prefix##Name
#define DEFER_EXPAND_(Prefix, Name) DEFER_PASTE_(Prefix, Name)
#if !DEFER_EXPAND_(DEFER_IS_, defer)
#error                                                                         \
    "`defer` is already a macro (Clang's <stddefer.h> makes it _Defer, whose scope is the block): defer.h makes it __builtin_defer, whose scope is the function; define DEFER_NO_KEYWORD before defer.h and write __builtin_defer, or leave the other header out"
#endif
#undef DEFER_IS___builtin_defer
#undef DEFER_PASTE_
#undef DEFER_EXPAND_
#else
#define defer __builtin_defer
#endif
#endif

#endif /* !__cplusplus */

#endif /* DEFER_H */
