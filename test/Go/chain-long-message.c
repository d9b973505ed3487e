// Rules: P6
// A message of nine hundred bytes.
// RUN: %run-pair %s
#include "Inputs/pair.h"

int main(void) {
  char text[901] = "";
  for (int i = 0; i < 100; i++)
    strcat(text, "123456789");
  defer_panicf("%s", text);
}
