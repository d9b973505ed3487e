// D5, E5: a variable that is a register has no address by which a deferred block
// could see it, and an assembler statement there would get another register.
//
// REQUIRES: x86_64
// RUN: %clang-defer -fsyntax-only -Xclang -verify %s

void f(long);

void captured(long n) {
  register long r10 __asm__("r10") = n;
  register long plain = n;
  __builtin_defer {
    f(r10); // expected-error {{a deferred block cannot use 'r10', which is a register; use a copy}}
    __asm__ volatile("" : : "r"(r10)); // expected-error {{a deferred block cannot use 'r10', which is a register; use a copy}}
    f(plain);
  }
  __asm__ volatile("syscall" : : "r"(r10) : "rcx", "r11", "memory");
}

// A value is frozen as any, and a block may have registers of its own.
void frozen(long n) {
  register long r10 __asm__("r10") = n;
  __builtin_defer f(r10);
  long copy = r10;
  __builtin_defer {
    register long rbx __asm__("rbx") = copy;
    __asm__ volatile("" : "+r"(rbx));
    f(rbx);
  }
}

register unsigned long stack __asm__("rsp");
void global(void) {
  __builtin_defer { f((long)stack); }
}
