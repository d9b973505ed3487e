/* What the tests print: a line for each function tried, with what it noted. */
#include <defer.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static inline void note(int n) { printf("%d ", n); }
static inline void word(const char *text) { printf("%s ", text); }

/* Not known to the optimizer. */
static volatile int zero_ = 0;
static inline int id(int n) { return n + zero_; }

#define TRY(Call) (printf("%s: ", #Call), (Call), printf("\n"))
#define TRY_INT(Call) (printf("%s: ", #Call), printf("= %d\n", (Call)))
