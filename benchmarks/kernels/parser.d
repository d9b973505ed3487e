//===-- parser.d - A parser with many error paths -------------------------===//
//
// Part of the clang-defer project, under the Apache License v2.0 with LLVM
// Exceptions. See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

module kernels.parser;
import kernels.kernel;

enum : long {
  NoSource = -1,
  NoScratch = -2,
  NoName = -3,
  NoEquals = -4,
  Twice = -5,
  NoNumber = -6,
  TooBig = -7,
  NoEnd = -8
}

extern (C) long parser_d(long i, long count) {
  handle* source = open_handle(5, i >> 3);
  if (!source)
    return NoSource;
  scope (exit) close_handle(source);
  lock(&outer);
  scope (exit) unlock(&outer);
  handle* scratch = open_handle(6, i >> 6);
  if (!scratch)
    return NoScratch;
  scope (exit) close_handle(scratch);

  const(char)* at = text_of(source, i);
  long sum = 0;
  for (long line = 1; *at; line++) {
    if (*at == '#')
      while (*at && *at != '\n')
        at++;
    if (*at == '\n') {
      at++;
      continue;
    }
    const(char)* name = at;
    while (*at >= 'a' && *at <= 'z')
      at++;
    if (at == name)
      return NoName;
    if (*at != '=')
      return NoEquals;
    if (!intern(name, at - name))
      return Twice;
    at++;
    if (*at < '0' || *at > '9')
      return NoNumber;
    long value = 0;
    for (; *at >= '0' && *at <= '9'; at++) {
      value = 10 * value + (*at - '0');
      if (value > 9999999)
        return TooBig;
    }
    if (*at != '\n')
      return NoEnd;
    at++;
    keep(value);
    sum += line * value;
  }
  return sum;
}
