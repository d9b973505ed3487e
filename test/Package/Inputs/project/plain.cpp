// The C++ part of a mixed program: the header declares the functions, the compiler
// is as it was.
#include <defer.h>

#ifdef __DEFER__
#error "a flag for C reached C++"
#endif

extern "C" int parse(void);

int main() { return parse() || defer_recover() != nullptr; }
