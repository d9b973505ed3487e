// W2, 4.6: remarks say which deferred calls are open-coded and which are pushed, and
// why, each at its statement.
//
// RUN: %clang-defer -c -O0 %s -o /dev/null -Rpass=lower-defer -Rpass-missed=lower-defer -Xclang -verify=both
// RUN: %clang-defer -c -O2 %s -o /dev/null -Rpass=lower-defer -Rpass-missed=lower-defer -Xclang -verify=both
// RUN: %clang-defer -c -O0 %s -o /dev/null -Rpass=lower-defer -Rpass-missed=lower-defer -fplugin-arg-defer-mode=record -Xclang -verify=record
// RUN: %clang-defer -c -O0 %s -o /dev/null -Xclang -verify=none

// none-no-diagnostics
#include <defer.h>

void note(int n);

void straight(int c) {
  defer note(1);   // both-remark {{open-coded}} record-remark {{mode=record}}
  if (c)
    defer { note(2); } // both-remark {{open-coded}} record-remark {{mode=record}}
}

void loop(int n) {
  for (int i = 0; i < n; i++)
    defer note(i); // both-remark {{pushed at run time}} record-remark {{mode=record}}
  defer note(3);   // both-remark {{open-coded}} record-remark {{mode=record}}
}

void jumps(int n) {
again:
  defer note(n);   // both-remark {{pushed at run time}} record-remark {{mode=record}}
  if (n--)
    goto again;
}

// A loop's text, and no cycle.
void once(int n) {
  for (;;) {
    defer note(n); // both-remark {{open-coded}} record-remark {{mode=record}}
    break;
  }
}
