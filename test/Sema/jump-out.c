// E3: no jump leaves a deferred block.
//
// RUN: %clang-defer -fsyntax-only -ferror-limit=0 -Xclang -verify %s

int f(int);

int returns(void) {
  __builtin_defer {
    return 1; // expected-error {{cannot jump out of a deferred block}}
  }
  __builtin_defer {
    int x = ({
      return 2; // expected-error {{cannot jump out of a deferred block}}
      1;
    });
    f(x);
  }
  __builtin_defer({ if (f(1)) return 1; }); // expected-error {{cannot jump out of a deferred block}}
  return 0;
}

void returns_nothing(void) {
  __builtin_defer {
    return; // expected-error {{cannot jump out of a deferred block}}
  }
}

void loops(int n) {
  while (n) {
    __builtin_defer {
      break; // expected-error {{cannot jump out of a deferred block}}
    }
  }
  do {
    __builtin_defer {
      continue; // expected-error {{cannot jump out of a deferred block}}
    }
  } while (n);
  for (;;) {
    __builtin_defer {
      if (n)
        break; // expected-error {{cannot jump out of a deferred block}}
      else
        continue; // expected-error {{cannot jump out of a deferred block}}
    }
  }
}

void switches(int n) {
  switch (n) {
  case 1:
    __builtin_defer {
      break; // expected-error {{cannot jump out of a deferred block}}
    }
  }
  for (;;) {
    __builtin_defer {
      switch (n) {
      case 1:
        continue; // expected-error {{cannot jump out of a deferred block}}
      }
    }
  }
}

void labels(void) {
  __builtin_defer {
    goto out; // expected-error {{cannot jump out of a deferred block}}
  }
out:
  f(1);
}

void asm_goto(void) {
  __builtin_defer {
    __asm__ goto("" : : : : out); // expected-error {{cannot jump out of a deferred block}}
  }
out:
  f(1);
}

void computed_goto(int n) {
  void *labels[] = {&&first, &&second};
  __builtin_defer {
    goto *labels[n]; // expected-error {{cannot jump out of a deferred block}}
  }
first:
  f(1);
second:
  f(2);
}

void nested(void) {
  __builtin_defer {
    for (;;) {
      __builtin_defer {
        break; // expected-error {{cannot jump out of a deferred block}}
      }
    }
    __builtin_defer {
      goto inner; // expected-error {{cannot jump out of a deferred block}}
    }
  inner:
    f(1);
  }
}
