// E3: no jump enters a deferred block. What Clang says of a jump into a statement
// expression may stand beside it.
//
// RUN: %clang-defer -fsyntax-only -ferror-limit=0 -Xclang -verify %s

int f(int);

void label(void) {
  __builtin_defer { // expected-note 0+ {{enters a statement expression}}
  in:
    f(1);
  }
  goto in; // expected-error {{cannot jump into a deferred block}} expected-error 0-1 {{cannot jump from this goto}}
}

void case_label(int n) {
  switch (n) {
  case 1:
    __builtin_defer { // expected-note 0+ {{enters a statement expression}}
    case 2:           // expected-error {{cannot jump into a deferred block}} expected-error 0-1 {{cannot jump from switch}}
      f(1);
    default: // expected-error {{cannot jump into a deferred block}} expected-error 0-1 {{cannot jump from switch}}
      f(2);
    }
  }
}

void asm_goto(void) {
  __builtin_defer { // expected-note 0+ {{enters a statement expression}}
  in:               // expected-note 0+ {{possible target}}
    f(1);
  }
  __asm__ goto("" : : : : in); // expected-error {{cannot jump into a deferred block}} expected-error 0-1 {{cannot jump from this asm goto}}
}

void computed_goto(void *p) {
  __builtin_defer { // expected-note 0+ {{enters a statement expression}}
    p = &&in;
  in: // expected-note 0+ {{possible target}}
    f(1);
  }
  goto *p; // expected-error {{cannot jump into a deferred block}} expected-error 0-1 {{cannot jump from this indirect goto}}
}

void nested(void) {
  __builtin_defer {
    goto in; // expected-error {{cannot jump into a deferred block}} expected-error 0-1 {{cannot jump from this goto}}
    __builtin_defer { // expected-note 0+ {{enters a statement expression}}
    in:
      f(1);
    }
  }
}

void from_block_to_block(void) {
  __builtin_defer {
    goto in; // expected-error {{cannot jump out of a deferred block}} expected-error 0-1 {{cannot jump from this goto}}
  }
  __builtin_defer { // expected-note 0+ {{enters a statement expression}}
  in:
    f(1);
  }
}
