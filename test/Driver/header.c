// Section 2: a project's own defer.h is found before ours; without one <defer.h> is ours.
//
// RUN: rm -rf %t && mkdir -p %t/own
// RUN: echo '#define OWN 1' > %t/own/defer.h
// RUN: %defer-cc -I%t/own -fsyntax-only -DWANT_OWN %s
// RUN: %defer-cc -isystem %t/own -fsyntax-only %s

#include <defer.h>
#if defined(OWN) != defined(WANT_OWN)
#error "the other defer.h"
#endif
