/* A library with functions that the dynamic linker has no symbol for. */

typedef int function(int);

static int hidden(int n) { return n + VERSION; }
/* As a compiler names the parts of a function that it takes to be unlikely. */
static int part(int n) __asm__("splits.cold");
static int part(int n) { return n - 1; }
static int numbered(int n) __asm__("splits.cold.1");
static int numbered(int n) { return n - 2; }
static int other(int n) __asm__("splits.colder");
static int other(int n) { return n - 3; }
#define A10 "aaaaaaaaaa"
#define A100 A10 A10 A10 A10 A10 A10 A10 A10 A10 A10
static int longest(int n) __asm__(A100 A100 A100);
static int longest(int n) { return n - 4; }

function *exported(int which);
function *exported(int which) {
  static function *const functions[] = {hidden, part, numbered, other, longest};
  return functions[which];
}

#ifdef MORE
/* Other program headers. */
_Thread_local int more;
#endif
