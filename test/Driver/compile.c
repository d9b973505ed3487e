// F-defer-cc: what a compilation of C gets, and that it gets no link flags.
//
// RUN: %defer-cc -### -c %s 2>&1 | FileCheck %s
// RUN: %defer-cc -### -S %s 2>&1 | FileCheck %s
// RUN: %defer-cc -### -E %s 2>&1 | FileCheck %s
// RUN: %defer-cc -### -M %s 2>&1 | FileCheck %s
// RUN: %defer-cc -### -MM %s 2>&1 | FileCheck %s
// RUN: %defer-cc -### -fsyntax-only %s 2>&1 | FileCheck %s
// RUN: %defer-cc -### --analyze %s 2>&1 | FileCheck %s
// RUN: %defer-cc -### -c -emit-llvm %s 2>&1 | FileCheck %s
// RUN: %defer-cc -### -c -flto %s 2>&1 | FileCheck %s
// RUN: %defer-cc -### -c -- %s 2>&1 | FileCheck %s
// RUN: %defer-cc -### -MD -MF x.d -c %s 2>&1 | FileCheck %s
// RUN: %defer-cc -### -c -x c %s 2>&1 | FileCheck %s
//
// CHECK-NOT: warning:
// CHECK: "-cc1"
// CHECK-SAME: "-I" "[[PREFIX:[^"]*]]/include"
// CHECK-SAME: "-D" "__DEFER__=1"
// CHECK-SAME: "-fexceptions"
// CHECK-SAME: "-load" "[[PREFIX]]/lib/ClangDefer.so"
// CHECK-NOT: LowerDefer.so
// CHECK-NOT: -ldefer

// Our include folder comes behind the user's, so that a project's own defer.h is
// what it was.
// RUN: %defer-cc -### -c -I/users/own %s 2>&1 | FileCheck --check-prefix=LAST %s
// LAST: "-I" "/users/own" "-I" "{{[^"]*}}/include"

// -fno-exceptions is overridden.
// RUN: %defer-cc -### -c -fno-exceptions %s 2>&1 \
// RUN:   | FileCheck --check-prefix=EXCEPTIONS %s
// EXCEPTIONS: "-fexceptions"

// The value of an option is no input: this compiles no C and links an object.
// RUN: touch %t.o
// RUN: %defer-cc -### -include x.c -isystem y.c -o z.c -Xlinker w.c \
// RUN:   -Xclang v.c -MF u.c -T t.c -z s.c -L r.c -u q.c %t.o 2>&1 \
// RUN:   | FileCheck --check-prefix=VALUES %s
// VALUES-NOT: ClangDefer.so
// VALUES: "-ldefer"
