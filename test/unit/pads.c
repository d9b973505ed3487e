/* P1, P2, P4, 4.5: landing pads that are descriptions: every code of them, frames that
 * are inlined in others, and what is left to the frame's caller.
 *
 * REQUIRES: x86_64
 * RUN: %clang -Wno-override-module -c %S/Inputs/guard.ll -o %t.guard.o
 * RUN: %host-cc %s %t.guard.o %libdir/libdefer.a -pthread -rdynamic -o %t
 * RUN: %t
 * RUN: env DEFER_BACKTRACE=1 %not --crash %t trace 2>&1 | %filecheck %s
 */

#include "Inputs/chain.h"

#include <string.h>

/* Frames that keep what is given in the registers that calls keep, call something, and
 * store all registers when they go on: by DWARF's numbers. `Sites` are more entries of
 * the table, `Actions` and `Codes` are what the pad says; the frame goes on at one of two
 * places. 0 if the call returns, or the number of the place. */
#define FRAME(Name, Sites, Actions, Codes)                                      \
  int Name(void (*body)(void *), void *argument, uintptr_t *registers);         \
  __asm__(                                                                      \
      ".text\n.globl " #Name "\n.type " #Name ", @function\n" #Name ":\n"       \
      ".cfi_startproc\n"                                                        \
      ".cfi_personality 0x1b, __defer_personality_v0\n"                         \
      ".cfi_lsda 0x1b, .Ltable_" #Name "\n"                                     \
      "push %rbx\n.cfi_def_cfa_offset 16\n.cfi_offset %rbx, -16\n"              \
      "push %rbp\n.cfi_def_cfa_offset 24\n.cfi_offset %rbp, -24\n"              \
      "push %r12\n.cfi_def_cfa_offset 32\n.cfi_offset %r12, -32\n"              \
      "push %r13\n.cfi_def_cfa_offset 40\n.cfi_offset %r13, -40\n"              \
      "push %r14\n.cfi_def_cfa_offset 48\n.cfi_offset %r14, -48\n"              \
      "push %r15\n.cfi_def_cfa_offset 56\n.cfi_offset %r15, -56\n"              \
      "sub $40, %rsp\n.cfi_def_cfa_offset 96\n"                                 \
      "mov %rdx, (%rsp)\nmovq $0, 8(%rsp)\n"                                    \
      "movabs $0x8182838485868788, %rax\nmov %rax, 16(%rsp)\n"                  \
      "mov %rdi, %rax\nmov %rsi, %rdi\n"                                        \
      "mov 24(%rdx), %rbx\nmov 48(%rdx), %rbp\nmov 96(%rdx), %r12\n"            \
      "mov 104(%rdx), %r13\nmov 112(%rdx), %r14\nmov 120(%rdx), %r15\n"         \
      ".Lcall_" #Name ":\ncall *%rax\n.Lreturned_" #Name ":\n"                  \
      "jmp .Lstore_" #Name "\n"                                                 \
      ".Lfirst_" #Name ":\nmovq $1, 8(%rsp)\njmp .Lstore_" #Name "\n"           \
      ".Lsecond_" #Name ":\nmovq $2, 8(%rsp)\n"                                 \
      ".Lstore_" #Name ":\n"                                                    \
      "mov %r11, 24(%rsp)\nmov (%rsp), %r11\n"                                  \
      "mov %rax, (%r11)\nmov %rdx, 8(%r11)\nmov %rcx, 16(%r11)\n"               \
      "mov %rbx, 24(%r11)\nmov %rsi, 32(%r11)\nmov %rdi, 40(%r11)\n"            \
      "mov %rbp, 48(%r11)\nmov %rsp, 56(%r11)\nmov %r8, 64(%r11)\n"             \
      "mov %r9, 72(%r11)\nmov %r10, 80(%r11)\nmov 24(%rsp), %rax\n"             \
      "mov %rax, 88(%r11)\nmov %r12, 96(%r11)\nmov %r13, 104(%r11)\n"           \
      "mov %r14, 112(%r11)\nmov %r15, 120(%r11)\nmov 8(%rsp), %rax\n"           \
      "add $40, %rsp\n.cfi_def_cfa_offset 56\n"                                 \
      "pop %r15\n.cfi_def_cfa_offset 48\npop %r14\n.cfi_def_cfa_offset 40\n"    \
      "pop %r13\n.cfi_def_cfa_offset 32\npop %r12\n.cfi_def_cfa_offset 24\n"    \
      "pop %rbp\n.cfi_def_cfa_offset 16\npop %rbx\n.cfi_def_cfa_offset 8\n"     \
      "ret\n.cfi_endproc\n.size " #Name ", . - " #Name "\n"                     \
      ".section .gcc_except_table, \"a\"\n.p2align 2\n"                         \
      ".Ltable_" #Name ":\n.byte 0xff, 0x1b\n"                                  \
      ".uleb128 .Ltypes_" #Name " - .Lfrom_" #Name "\n.Lfrom_" #Name ":\n"      \
      ".byte 1\n.uleb128 .Lactions_" #Name " - .Lsites_" #Name "\n"             \
      ".Lsites_" #Name ":\n"                                                    \
      ".uleb128 .Lcall_" #Name " - " #Name ", .Lreturned_" #Name " - .Lcall_"   \
      #Name ", .Lfirst_" #Name " - " #Name ", 1\n" Sites                        \
      ".Lactions_" #Name ":\n" Actions                                          \
      ".p2align 2\n.long more_steps - .\n.long steps - .\n"                     \
      ".Ltypes_" #Name ":\n" Codes ".text\n")

/* Two tables, and what they call. */
extern defer_step steps[4], more_steps[2];
defer_step steps[4], more_steps[2];

static uintptr_t seen[4];
/* A thunk: the frame is its context. */
static void looks(void *context, struct _Unwind_Exception *exception) {
  CHECK(exception);
  memcpy(seen, context, sizeof seen);
  ((uintptr_t *)context)[0] += 1;
  ((uintptr_t *)context)[1] += 2;
  note("looks ");
}
static void recovers(void *context, struct _Unwind_Exception *exception) {
  (void)context;
  const defer_panic_info *info = __defer_recover(exception);
  note(info ? info->message : "-");
}
static void says(void *context, struct _Unwind_Exception *exception) {
  (void)context, (void)exception;
  note("says ");
}
static void panics_again(void *context, struct _Unwind_Exception *exception) {
  (void)context, (void)exception;
  defer_panicf("B");
}
static void panic_with(void *message) { defer_panicf("%s", (char *)message); }
static void returns(void *ignored) { (void)ignored; }

static const uintptr_t given[16] = {[3] = 0x1234, [6] = 0x66, [12] = 0xabcdef00,
                                    [13] = 13,    [14] = 14,  [15] = 15};
static uintptr_t registers[16];
static int run(int (*frame)(void (*)(void *), void *, uintptr_t *),
               void (*body)(void *)) {
  memcpy(registers, given, sizeof given);
  return frame(body, "A", registers);
}

/* Words: 0 is (rbx & 0xff) << 4 | 3, 1 is (r12 >> 8) + 47, 2 is the number 100000 and
 * what is loaded, byte and half a word, 3 is ~0. Then: rax and rdx are the words as they
 * are, rcx is rsp + 24, r13 is 0, rsi a word that is loaded, r8 one of four bytes. */
FRAME(words, "", ".sleb128 -1, 0\n",
      ".uleb128 35, 10, 255, 6, 84, 8, 83, 7, 16\n"
      ".uleb128 44, 88, 9, 127, 5, 17\n"
      ".uleb128 10, 100000, 39, 96, 5, 12, 1, 5, 39, 97, 5, 12, 2, 5, 18\n"
      ".uleb128 11, 0, 19, 2\n"
      ".uleb128 13, 48, 14, 49, 39, 104, 5, 50, 77, 39, 96, 5, 12, 8, 52\n"
      ".uleb128 39, 96, 5, 12, 4, 56, 0\n");

static void codes(void) {
  SET(steps, 0, THUNK, 1, 0, looks);
  SET(steps, 1, THUNK, 0, 0, recovers);
  CHECK(run(words, panic_with) == 1);
  expect("looks A");
  CHECK(seen[0] == (0x340 | 3));
  CHECK(seen[1] == (0xabcdef00 >> 8) + 47);
  CHECK(seen[2] == 100000 + 0x88 + 0x8687);
  CHECK(seen[3] == ~(uintptr_t)0);
  CHECK(registers[0] == (0x340 | 3) + 1);
  CHECK(registers[1] == (0xabcdef00 >> 8) + 47 + 2);
  CHECK(registers[2] == registers[7] + 24);
  CHECK(registers[3] == given[3] && registers[6] == given[6]);
  CHECK(registers[4] == 0x8182838485868788);
  CHECK(registers[8] == 0x85868788);
  CHECK(registers[12] == given[12] && registers[13] == 0);
  CHECK(registers[14] == given[14] && registers[15] == given[15]);

  CHECK(run(words, returns) == 0);
  expect("");
}

/* Stores, of 8 bytes before the chain and of 4 and 1 behind it: a word of the frame, and
 * what is stored of the words. */
FRAME(stores, "", ".sleb128 -1, 0\n",
      ".uleb128 35, 39, 96, 5, 15, 8, 39, 96, 5, 12, 8, 16, 2\n"
      ".uleb128 44, 39, 96, 5, 15, 4, 45, 39, 97, 5, 15, 1\n"
      ".uleb128 39, 96, 5, 12, 8, 52, 0\n");

static void stored(void) {
  SET(steps, 0, THUNK, 1, 0, looks);
  SET(steps, 1, THUNK, 0, 0, recovers);
  CHECK(run(stores, panic_with) == 1);
  expect("looks A");
  CHECK(seen[0] == given[3]);
  CHECK(registers[4] == ((given[12] & ~(uintptr_t)0xff00) | given[13] << 8));
}

/* A frame elsewhere: the stack's word at 16. */
FRAME(elsewhere, "", ".sleb128 -1, 0\n", ".uleb128 39, 96, 5, 1, 2, 0\n");
/* The same with a number, of step 1, by a second record. */
FRAME(numbered, "", ".sleb128 2, 1, -1, 0\n", ".uleb128 39, 96, 5, 1, 2, 0\n");
/* Nothing to say but where to begin. */
FRAME(plain, "", ".sleb128 2, 0\n", "");
/* Another table. */
FRAME(other, "", ".sleb128 -1, 0\n", ".uleb128 4, 2, 2, 0\n");

static void actions(void) {
  SET(steps, 0, THUNK, 1, 0, says);
  SET(steps, 1, THUNK, 1, 0, looks);
  SET(steps, 2, THUNK, 0, 0, recovers);
  CHECK(run(elsewhere, panic_with) == 1);
  expect("says looks A"); /* no number: from step 0 on */
  CHECK(seen[0] == 0x8182838485868788);
  CHECK(run(numbered, panic_with) == 1);
  expect("looks A");
  CHECK(run(plain, panic_with) == 1);
  expect("looks A");
  CHECK(seen[0] == 0 && seen[3] == 0); /* words that are not given */
  SET(more_steps, 0, THUNK, 1, 0, says);
  SET(more_steps, 1, THUNK, 0, 0, recovers);
  CHECK(run(other, panic_with) == 1);
  expect("says A");
  for (unsigned i = 12; i < 16; i++)
    CHECK(registers[i] == given[i]);
}

/* What was inlined, and goes on with the pad of what it was inlined in: r14 is 0 if the
 * inner one returns normally, r15 if the outer one does. */
FRAME(inlined,
      ".uleb128 .Lfirst_inlined - inlined, 0, .Lsecond_inlined - inlined, 3\n",
      ".sleb128 -1, 0, -5, 0\n", ".uleb128 3, 78, 0, 0, 4, 2, 46, 16, 2, 79, 0\n");

static void inner_and_outer(void) {
  SET(steps, 0, THUNK, 0, 0, recovers);
  SET(more_steps, 0, THUNK, 1, 0, looks);
  SET(more_steps, 1, THUNK, 0, 0, recovers);
  CHECK(run(inlined, panic_with) == 1);
  expect("A");
  CHECK(registers[14] == 0 && registers[15] == given[15]);

  SET(steps, 0, THUNK, 0, 0, says);
  CHECK(run(inlined, panic_with) == 2);
  expect("says looks A");
  CHECK(registers[14] == given[14] && registers[15] == 0);
  CHECK(seen[0] == given[14]);

  SET(steps, 0, THUNK, 0, 0, panics_again);
  CHECK(run(inlined, panic_with) == 2);
  expect("looks B");
  CHECK(registers[14] == given[14] && registers[15] == 0);
}

/* Not recovered: the frame's caller has its registers, and its own deferred calls. */
static void caller_body(void *frame) {
  int (*function)(void (*)(void *), void *, uintptr_t *);
  memcpy(&function, frame, sizeof function);
  run(function, panic_with);
  note("wrong");
}
static void caller_recovers(void *ignored) {
  (void)ignored;
  const defer_panic_info *info = __defer_recover(TAKE_TOKEN(caller_recovers));
  note(info ? info->message : "-");
}
static int caller(int (*frame)(void (*)(void *), void *, uintptr_t *)) {
  volatile uintptr_t kept[4] = {1, 2, 3, 4};
  int result = guard_one(caller_body, &frame, caller_recovers, NULL);
  CHECK(kept[0] == 1 && kept[1] == 2 && kept[2] == 3 && kept[3] == 4);
  return result;
}
static void goes_on(void) {
  SET(steps, 0, THUNK, 1, 0, says);
  SET(steps, 1, THUNK, 0, 0, says);
  SET(more_steps, 0, THUNK, 0, 0, looks);
  CHECK(caller(words) == 1);
  expect("says says A");
  CHECK(caller(inlined) == 1);
  expect("says says looks A");
  SET(steps, 1, THUNK, 0, 0, panics_again);
  CHECK(caller(plain) == 1);
  expect("B");
  /* A frame in which another one panics, and is unwound. */
  SET(steps, 1, THUNK, 0, 0, recovers);
  CHECK(run(plain, panic_with) == 1);
  expect("A");
}

/* The frame that runs a deferred call is on the way from a panic in there. */
// CHECK: panic: A
// CHECK-NEXT: panic: B
// CHECK: #0 {{.*}} panics_again
// CHECK-NEXT: #1 {{.*}} plain
// CHECK-NEXT: #2 {{.*}}
// CHECK: main
int main(int argc, char **argv) {
  if (argc == 2 && strcmp(argv[1], "trace") == 0) {
    SET(steps, 1, THUNK, 0, 0, panics_again);
    return run(plain, panic_with);
  }
  for (int i = 0; i < 3; i++) {
    codes();
    stored();
    actions();
    inner_and_outer();
    goes_on();
  }
  return 0;
}
