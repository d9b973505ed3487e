/*===-- defer-fuzz.c - Random programs, the same in C and in Go ------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===-----------------------------------------------------------------------===
 *
 *   defer-fuzz tape SEED FUNCTIONS        prints a tape
 *   defer-fuzz emit TAPE FILE.c FILE.go   writes the program that it stands for
 *
 * A tape has a line for each function, in hexadecimal. Every decision takes the
 * next byte of its function's line, and is 0, the simplest choice, where the
 *line has ended: any text of lines is a program, and one that is shorter or has
 *more zeros is a smaller program. That is what lets fuzz.py reduce a tape
 *without knowing anything of programs. Lines do not depend on each other, but
 *for the functions that they call, which are later ones, by number.
 *
 * Both languages are written at once. Most text is the same in both: prelude.h
 * and prelude.go give the names that it uses the same meaning, and what each
 * language says in its own way is a call of both() with two texts.
 *
 * What is generated has one meaning in both languages: numbers are unsigned or
 * in range, an expression only reads, a call that writes is a statement of its
 * own, and whatever repeats itself asks burn() first. A pointer is to a global,
 * or to a variable of a frame that surely outlives it: `&v` is an argument
 *only, of a call or of a deferred call (D5), and never kept.
 */

#define _POSIX_C_SOURCE 200809L

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static _Noreturn void die(const char *what) {
  fprintf(stderr, "defer-fuzz: %s\n", what);
  exit(2);
}

/* === The tape === */

enum { MaxFunctions = 1000, MaxLine = 1200 };

typedef struct {
  unsigned char *bytes;
  size_t length, next;
} Line;

static Line lines[MaxFunctions];
static unsigned functions;
static Line *line;

/* A number below n. */
static unsigned pick(unsigned n) {
  unsigned byte = line->next < line->length ? line->bytes[line->next] : 0;
  line->next++;
  return byte % n;
}

static bool chance(unsigned in) { return pick(in) == in - 1; }

static int digit(int c) {
  return c >= '0' && c <= '9'   ? c - '0'
         : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                : -1;
}

static void read_tape(const char *name) {
  FILE *file = fopen(name, "r");
  if (!file)
    die("cannot read the tape");
  size_t room = 0;
  char *text = NULL;
  while (getline(&text, &room, file) >= 0) {
    if (functions == MaxFunctions)
      die("too many functions");
    size_t length = strspn(text, "0123456789abcdef") / 2;
    Line *l = &lines[functions++];
    l->bytes = malloc(length + 1);
    if (!l->bytes)
      die("out of memory");
    for (size_t i = 0; i < length; i++)
      l->bytes[i] =
          (unsigned char)(digit(text[2 * i]) << 4 | digit(text[2 * i + 1]));
    l->length = length;
  }
  free(text);
  fclose(file);
  if (!functions)
    die("the tape is empty");
}

static uint64_t random_state;

static uint64_t splitmix(void) {
  uint64_t z = random_state += 0x9e3779b97f4a7c15;
  z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
  z = (z ^ z >> 27) * 0x94d049bb133111eb;
  return z ^ z >> 31;
}

static void write_tape(uint64_t seed, unsigned count) {
  random_state = seed * 0x2545f4914f6cdd1d + count;
  for (unsigned i = 0; i < count; i++) {
    /* Many small functions and some large ones. */
    unsigned length =
        40 + (unsigned)(splitmix() % (splitmix() % 4 ? 200 : 900));
    for (unsigned k = 0; k < length; k++)
      printf("%02x", (unsigned)(splitmix() & 255));
    printf("\n");
  }
}

/* === Output === */

typedef struct {
  char *text;
  size_t length;
  FILE *file;
} Text;

/* The functions themselves; what stands before them; main's body. */
static Text c_body, go_body, c_head, go_head, c_main, go_main;
static FILE *c_out, *go_out;

static void open_text(Text *t) {
  t->file = open_memstream(&t->text, &t->length);
  if (!t->file)
    die("out of memory");
}

static void write_to(Text *c, Text *go) {
  c_out = c->file;
  go_out = go->file;
}

static int indentation;

static void indent(void) {
  for (int i = 0; i < indentation; i++) {
    fputs("  ", c_out);
    fputs("\t", go_out);
  }
}

/* The same text in both languages. */
__attribute__((format(printf, 1, 2))) static void same(const char *format,
                                                       ...) {
  va_list args;
  va_start(args, format);
  vfprintf(c_out, format, args);
  va_end(args);
  va_start(args, format);
  vfprintf(go_out, format, args);
  va_end(args);
}

/* Two texts with the same arguments. */
static void both(const char *c, const char *go, ...) {
  va_list args;
  va_start(args, go);
  vfprintf(c_out, c, args);
  va_end(args);
  va_start(args, go);
  vfprintf(go_out, go, args);
  va_end(args);
}

static void open_brace(void) {
  same("{\n");
  indentation++;
}

static void close_brace(const char *after) {
  indentation--;
  indent();
  same("}%s", after);
}

/* === Types, variables, functions === */

typedef enum {
  U32,
  U8,
  I16,
  U64,
  I64,
  F32,
  F64,
  C128,
  SmallT,
  MidT,
  BigT,
  PtrT,
  FnT,
  Types = FnT, /* that values are made of */
  Void
} Type;

static const char *const type_names[] = {"u32", "u8",  "i16",  "u64",   "i64",
                                         "f32", "f64", "c128", "Small", "Mid",
                                         "Big", "Ptr", "Fn",   "void"};

static bool has_fields(Type type) {
  return type == SmallT || type == MidT || type == BigT;
}

typedef struct {
  Type type;
  char name[12];
  bool constant; /* a loop counts with it */
} Variable;

typedef struct {
  Type result;
  bool named;
  unsigned parameters;
  Type types[4];
} Signature;

static Signature signatures[MaxFunctions];

enum { MaxVariables = 400, MaxLabels = 64 };

/* In scope, the innermost last. */
static Variable variables[MaxVariables];
static unsigned variable_count;

/* Labels that a goto may name, the innermost last: those of the current frame
   begin at `first_label`. */
static struct {
  unsigned number;
  bool used;
} labels[MaxLabels];
static unsigned label_count, first_label;

static unsigned current, names, budget, loops, switches;
static unsigned blocks; /* deferred blocks around */
static unsigned nesting;

static Variable *declare(Type type) {
  if (variable_count == MaxVariables)
    return NULL;
  Variable *v = &variables[variable_count++];
  v->type = type;
  v->constant = false;
  snprintf(v->name, sizeof v->name, "v%u", names++);
  return v;
}

/* A variable of a type, or of any with Void; NULL if there is none. */
static Variable *find(Type type, bool to_write) {
  unsigned skip = pick(16);
  Variable *found = NULL;
  for (unsigned round = 0; round < 2 && !found; round++)
    for (unsigned i = variable_count; i-- > 0;) {
      Variable *v = &variables[i];
      if ((type == Void ? v->type == FnT : v->type != type) ||
          (to_write && v->constant))
        continue;
      found = v;
      if (skip-- == 0)
        return v;
    }
  return found;
}

/* === Expressions === */

static void number(unsigned depth) {
  Variable *v;
  unsigned kind = pick(depth ? 8 : 4);
  switch (kind) {
  case 1:
    if ((v = find(U32, false))) {
      same("%s", v->name);
      return;
    }
    break;
  case 2:
  case 3:
    if ((v = find(Void, false))) {
      same("h_%s(%s)", type_names[v->type], v->name);
      return;
    }
    break;
  case 4:
  case 5:
  case 6:
  case 7: {
    static const char *const operators[] = {"+", "-", "^", "*", "&", "|"};
    same("(");
    number(depth - 1);
    same(" %s ", operators[pick(6)]);
    number(depth - 1);
    same(")");
    return;
  }
  }
  same("u(%u)", pick(64));
}

static void value(Type type, unsigned depth) {
  Variable *v;
  unsigned kind = pick(4);
  if (kind == 1 && (v = find(type, false))) {
    same("%s", v->name);
    return;
  }
  if (kind == 2 && (v = find(type, false))) {
    same("add_%s(%s, mk_%s(", type_names[type], v->name, type_names[type]);
    number(depth);
    same("))");
    return;
  }
  same("mk_%s(", type_names[type]);
  number(depth);
  same(")");
}

/* A value that does not point into this frame. */
static void result_value(Type type) {
  if (type != PtrT) {
    value(type, 2);
    return;
  }
  same("mk_Ptr(");
  number(2);
  same(")");
}

static void argument(Type type) {
  Variable *v;
  if (type == PtrT && pick(2) && (v = find(U32, true)))
    same("&%s", v->name);
  else
    value(type, 1);
}

static void condition(void) {
  switch (pick(4)) {
  case 0:
    same("(");
    number(1);
    same(" & u(1)) == u(%u)", pick(2));
    break;
  case 1:
    same("(");
    number(1);
    same(" & u(3)) != u(%u)", pick(4));
    break;
  case 2:
    same("(");
    number(1);
    same(" & u(7)) < u(%u)", pick(9));
    break;
  default:
    number(1);
    same(" < ");
    number(1);
  }
}

/* === Deferred functions, written where the first one uses them === */

enum Flavour { Plain, Recovers, Panics, PanicsAgain, Flavours };
static const char *const flavour_names[] = {"d", "dr", "dp", "da"};
static bool written[Types][Flavours];

static const char *deferred_function(Type type, enum Flavour flavour) {
  static char name[32];
  const char *t = type_names[type], *f = flavour_names[flavour];
  snprintf(name, sizeof name, "%s_%s", f, t);
  if (written[type][flavour])
    return name;
  written[type][flavour] = true;
  FILE *c = c_head.file, *go = go_head.file;
  fprintf(c, "static void %s(%s v) {\n  t(h_%s(v) + %d);\n", name, t, t,
          (int)flavour);
  fprintf(go, "func %s(v %s) {\n\tt(h_%s(v) + %d)\n", name, t, t, (int)flavour);
  if (type == PtrT) {
    fprintf(c, "  set_Ptr(v, h_Ptr(v) + 3);\n");
    fprintf(go, "\tset_Ptr(v, h_Ptr(v)+3)\n");
  }
  switch (flavour) {
  case Panics:
    fprintf(c, "  if ((h_%s(v) & 3) == 0)\n    panic_f(h_%s(v));\n", t, t);
    fprintf(go, "\tif (h_%s(v) & 3) == 0 {\n\t\tpanic_f(h_%s(v))\n\t}\n", t, t);
    break;
  case Recovers:
    fprintf(c, "  t(hr(recover()));\n");
    fprintf(go, "\tt(hr(recover()))\n");
    break;
  case PanicsAgain:
    fprintf(c, "  Info r = recover();\n  if (r)\n    repanic(r);\n");
    fprintf(go, "\tr := recover()\n\tif r != nil {\n\t\trepanic(r)\n\t}\n");
    break;
  default:
    break;
  }
  fprintf(c, "}\n");
  fprintf(go, "}\n");
  return name;
}

/* === Statements === */

static void statements(unsigned count);

/* A block; what is declared in it goes out of scope. */
static void block(unsigned count, const char *after) {
  unsigned outer = variable_count;
  nesting++;
  open_brace();
  statements(count);
  close_brace(after);
  nesting--;
  variable_count = outer;
}

static void declaration(void) {
  Type type = pick(4) == 3 ? FnT : (Type)pick(Types);
  unsigned in_scope = variable_count;
  Variable *v = declare(type);
  if (!v)
    return;
  /* Not in scope in its own initializer. */
  variable_count = in_scope;
  indent();
  both("%s %s = ", "var %2$s %1$s = ", type_names[type], v->name);
  if (type == FnT)
    same("%s", deferred_function(U32, (enum Flavour)pick(Flavours)));
  else if (type == PtrT)
    result_value(type);
  else
    value(type, 2);
  both("; (void)%s;\n", "; _ = %s\n", v->name);
  variable_count = in_scope + 1;
}

static void assignment(void) {
  Variable *v;
  indent();
  unsigned kind = pick(6);
  Type type = (Type)pick(Types);
  if (kind == 5 && (v = find(FnT, true))) {
    if (chance(4))
      same("%s = nil;\n", v->name);
    else
      same("%s = %s;\n", v->name,
           deferred_function(U32, (enum Flavour)pick(Flavours)));
    return;
  }
  if (kind == 4 && (v = find(PtrT, false))) {
    same("set_Ptr(%s, ", v->name);
    number(1);
    same(");\n");
    return;
  }
  if (!(v = find(type, true)) && !(v = find(U32, true))) {
    same("t(u(%u));\n", pick(64));
    return;
  }
  if (has_fields(v->type) && kind == 3) {
    same("%s.a += ", v->name);
    number(1);
    same(";\n");
    return;
  }
  same("%s = ", v->name);
  if (v->type == PtrT)
    result_value(PtrT);
  else
    value(v->type, 2);
  same(";\n");
}

static void call(unsigned callee) {
  const Signature *s = &signatures[callee];
  same("fn%u(", callee);
  for (unsigned i = 0; i < s->parameters; i++) {
    if (i)
      same(", ");
    argument(s->types[i]);
  }
  same(")");
}

static unsigned a_callee(void) {
  unsigned byte = pick(256);
  /* Now and then itself. */
  return byte % 8 == 7 || current + 1 == functions
             ? current
             : current + 1 + byte % (functions - current - 1);
}

static void call_statement(void) {
  unsigned callee = a_callee();
  Type type = signatures[callee].result;
  indent();
  Variable *v = type == Void ? NULL : find(type, true);
  bool traced = false;
  if (v && pick(4)) {
    same("%s = ", v->name);
  } else if (type != Void && pick(2)) {
    traced = true;
    same("t(h_%s(", type_names[type]);
  }
  call(callee);
  same(traced ? "));\n" : ";\n");
}

static void deferred_call(void) {
  Variable *v;
  indent();
  switch (pick(8)) {
  case 3:
    if ((v = find(U32, true))) {
      same("defer %s(&%s);\n",
           deferred_function(PtrT, (enum Flavour)pick(Flavours)), v->name);
      return;
    }
    break;
  case 4:
    if ((v = find(FnT, false))) {
      same("defer %s(", v->name);
      number(2);
      same(");\n");
      return;
    }
    break;
  case 5:
  case 6: {
    same("defer ");
    call(a_callee());
    same(";\n");
    return;
  }
  }
  static const enum Flavour flavours[] = {Plain,    Plain,  Plain, Plain,
                                          Recovers, Panics, Plain, PanicsAgain};
  Type type = (Type)pick(Types);
  same("defer %s(", deferred_function(type, flavours[pick(8)]));
  argument(type);
  same(");\n");
}

static void recovery(void) {
  unsigned kind = pick(6), name = names++;
  indent();
  if (kind == 5) {
    same("t(too_deep());\n");
    return;
  }
  if (kind >= 3) {
    same("t(hr(recover()));\n");
    return;
  }
  both("Info r%u = recover();\n", "r%u := recover();\n", name);
  indent();
  same("if (r%u != nil) ", name);
  unsigned outer = variable_count;
  open_brace();
  indent();
  same("t(hr(r%u));\n", name);
  nesting++;
  statements(pick(2));
  nesting--;
  if (kind == 2) {
    indent();
    same("repanic(r%u);\n", name);
  }
  close_brace("\n");
  variable_count = outer;
}

static void deferred_block(void) {
  unsigned outer_loops = loops, outer_switches = switches, outer = first_label;
  bool expression = pick(2);
  indent();
  both(expression ? "defer (" : "defer ", "defer func() ");
  loops = switches = 0;
  first_label = label_count;
  blocks++;
  unsigned in_scope = variable_count;
  nesting++;
  open_brace();
  if (pick(2))
    recovery();
  statements(1 + pick(4));
  close_brace("");
  both(expression ? ");\n" : "\n", "()\n");
  nesting--;
  variable_count = in_scope;
  blocks--;
  loops = outer_loops;
  switches = outer_switches;
  first_label = outer;
}

/* Whether what follows may be dead code: in the first statements of a function
   that would leave nothing of it. */
static bool may_end(void) { return nesting > 1 || budget < 20; }

static void panics(void) {
  indent();
  bool always = may_end() && chance(4);
  if (!always) {
    same("if (");
    condition();
    same(") {\n");
    indentation++;
    indent();
  }
  if (pick(3) == 2)
    same("panic_p(mk_Ptr(");
  else
    same("panic_f(u(");
  same("%u)", pick(64));
  same(");\n");
  if (!always)
    close_brace("\n");
}

static void if_statement(void) {
  indent();
  same("if (");
  condition();
  same(") ");
  block(1 + pick(3), "");
  if (pick(3) == 2) {
    same(" else ");
    block(1 + pick(3), "");
  }
  same("\n");
}

static void loop(void) {
  unsigned outer = variable_count;
  indent();
  loops++;
  if (pick(3) < 2) {
    Variable *v = declare(U32);
    if (v) {
      v->constant = true;
      both("for (u32 %s = 0; %1$s < u(%2$u) && burn(); %1$s++) ",
           "for %1$s := u32(0); %1$s < u(%2$u) && burn(); %1$s++ ", v->name,
           1 + pick(6));
    }
  } else {
    both("while (burn() && ", "for burn() && ");
    condition();
    both(") ", " ");
  }
  block(1 + pick(4), "\n");
  loops--;
  variable_count = outer;
}

static void switch_statement(void) {
  indent();
  same("switch (");
  number(1);
  unsigned cases = 1 + pick(4);
  same(" & u(%u)) {\n", cases);
  switches++;
  for (unsigned i = 0; i < cases; i++) {
    indent();
    if (i + 1 == cases && pick(2))
      same("default: ");
    else
      same("case %u: ", i);
    block(1 + pick(2), "");
    if (i + 1 < cases && chance(4))
      both("\n", "\nfallthrough\n");
    else
      both(" break;\n", "\n");
  }
  switches--;
  indent();
  same("}\n");
}

/* if (burn() && ...) { goto L; } */
static void jump(unsigned label) {
  labels[label].used = true;
  indent();
  same("if (burn() && ");
  condition();
  same(") { goto L%u; }\n", labels[label].number);
}

/* Labels that jump to each other in any direction: reducible or not. Nothing is
   declared beside them, which Go's goto forbids. */
static void jumps(void) {
  unsigned count = 2 + pick(3), first = label_count, outer = variable_count;
  if (label_count + count > MaxLabels)
    return;
  indent();
  open_brace();
  nesting++;
  for (unsigned i = 0; i < count; i++) {
    labels[label_count].number = names++;
    labels[label_count++].used = false;
  }
  for (unsigned i = 0; i < count; i++) {
    if (pick(2))
      jump(first + pick(count));
    indent();
    same("L%u: ", labels[first + i].number);
    block(1 + pick(3), "\n");
  }
  for (unsigned i = 0; i < count; i++)
    if (!labels[first + i].used)
      jump(first + i);
  close_brace("\n");
  nesting--;
  label_count = first;
  variable_count = outer;
}

/* A graph that is written as a state machine. */
static void machine(void) {
  unsigned outer = variable_count, states = 2 + pick(3);
  Variable *v = declare(U32);
  if (!v)
    return;
  char name[sizeof v->name];
  memcpy(name, v->name, sizeof name);
  indent();
  both("u32 %s = u(%u);\n", "var %s u32 = u(%u)\n", name, pick(states));
  indent();
  both("while (burn() && %s < u(%u)) {\n", "for burn() && %s < u(%u) {\n", name,
       states);
  indentation++;
  loops++, switches++;
  indent();
  same("switch (%s) {\n", name);
  for (unsigned i = 0; i < states; i++) {
    indent();
    same("case %u: {\n", i);
    unsigned scope = variable_count;
    indentation++;
    nesting++;
    indent();
    same("%s = ", name);
    number(1);
    same(" & u(%u);\n", states > 3 ? 7 : 3);
    statements(1 + pick(2));
    nesting--;
    variable_count = scope;
    close_brace("");
    both(" break;\n", "\n");
  }
  switches--;
  indent();
  same("}\n");
  loops--;
  close_brace("\n");
  variable_count = outer;
}

/* 1 to 200 sites in a row. */
static void many_sites(void) {
  unsigned count = pick(16) == 15 ? 1 + pick(200) : 1 + pick(20);
  for (unsigned i = 0; i < count; i++) {
    if (pick(4) == 3) {
      if_statement();
      continue;
    }
    bool maybe = pick(2);
    indent();
    if (maybe) {
      same("if (");
      condition();
      same(") { ");
    }
    same("defer %s(", deferred_function(U32, i % 16 == 9 ? Recovers : Plain));
    number(1);
    same(maybe ? "); }\n" : ");\n");
  }
}

static void leave(void) {
  indent();
  if (chance(2) && loops && !switches) {
    same("if (");
    condition();
    same(pick(2) ? ") { continue; }\n" : ") { break; }\n");
    return;
  }
  if (chance(2) && (loops || switches)) {
    same("if (");
    condition();
    same(") { break; }\n");
    return;
  }
  if (label_count > first_label && pick(2)) {
    unsigned label = first_label + pick(label_count - first_label);
    labels[label].used = true;
    same("if (burn() && ");
    condition();
    same(") { goto L%u; }\n", labels[label].number);
    return;
  }
  if (blocks) {
    same("t(u(%u));\n", pick(64));
    return;
  }
  bool always = may_end() && chance(4);
  if (!always) {
    same("if (");
    condition();
    same(") { ");
  }
  const Signature *s = &signatures[current];
  same("return");
  if (s->result != Void) {
    same(" ");
    result_value(s->result);
  }
  same(always ? ";\n" : "; }\n");
}

static void statement(void) {
  unsigned kind = pick(32);
  bool deep = nesting >= 6;
  if (budget == 0)
    kind = 0;
  else
    budget--;
  switch (kind) {
  case 0:
  case 1:
    indent();
    same("t(");
    number(2);
    same(");\n");
    break;
  case 2:
  case 3:
  case 4:
    declaration();
    break;
  case 5:
  case 6:
  case 7:
    assignment();
    break;
  case 8:
  case 9:
  case 10:
    call_statement();
    break;
  case 11:
  case 12:
  case 13:
  case 14:
    deferred_call();
    break;
  case 15:
  case 16:
  case 17:
  case 18:
  case 19:
    deep || blocks >= 3 ? deferred_call() : deferred_block();
    break;
  case 20:
  case 21:
    deep ? panics() : if_statement();
    break;
  case 22:
  case 23:
    deep ? assignment() : loop();
    break;
  case 24:
    deep ? assignment() : switch_statement();
    break;
  case 25:
    deep ? leave() : jumps();
    break;
  case 26:
    deep ? leave() : machine();
    break;
  case 27:
  case 28:
    panics();
    break;
  case 29:
    recovery();
    break;
  case 30:
    leave();
    break;
  case 31:
    nesting > 1 ? leave() : many_sites();
    break;
  }
}

static void statements(unsigned count) {
  for (unsigned i = 0; i < count; i++)
    statement();
}

/* === Functions === */

static void signature(unsigned index) {
  const Signature *s = &signatures[index];
  both("static %s fn%u(", "func fn%2$u(", type_names[s->result], index);
  for (unsigned i = 0; i < s->parameters; i++)
    both("%s%s a%u", "%1$sa%3$u %2$s", i ? ", " : "", type_names[s->types[i]],
         i);
  both(s->parameters ? ")" : "void)", ")");
}

static void function(unsigned index) {
  const Signature *s = &signatures[index];
  current = index;
  budget = 60;
  names = variable_count = label_count = first_label = 0;
  write_to(&c_head, &go_body);
  /* C wants a declaration. */
  Text nothing;
  open_text(&nothing);
  write_to(&c_head, &nothing);
  signature(index);
  same(";\n");
  fclose(nothing.file);
  free(nothing.text);

  write_to(&c_body, &go_body);
  signature(index);
  if (s->result != Void)
    both("", s->named ? " (r %s)" : " %s", type_names[s->result]);
  same(" {\n");
  indentation = 1;
  for (unsigned i = 0; i < s->parameters; i++) {
    Variable *v = declare(s->types[i]);
    snprintf(v->name, sizeof v->name, "a%u", i);
  }
  if (s->result != Void && s->named) {
    Variable *v = declare(s->result);
    snprintf(v->name, sizeof v->name, "r");
    indent();
    both("defer_result %s r = mk_%1$s(u(0));\n", "r = mk_%s(u(0))\n",
         type_names[s->result]);
  }
  indent();
  if (s->result == Void)
    same("if (!burn()) { return; }\n");
  else
    same("if (!burn()) { return mk_%s(u(0)); }\n", type_names[s->result]);
  while (line->next < line->length && budget > 0)
    statement();
  if (s->result != Void) {
    indent();
    same("return ");
    result_value(s->result);
    same(";\n");
  }
  same("}\n");

  /* Called by main, with everything recovered. */
  both("static void g%u(u32 k) {\n", "func g%u(k u32) {\n", index);
  indent();
  both("defer { t(hr(recover())); }\n",
       "defer func() { t(hr(recover())) }()\n");
  indent();
  if (s->result != Void)
    same("t(h_%s(", type_names[s->result]);
  same("fn%u(", index);
  for (unsigned i = 0; i < s->parameters; i++)
    same("%smk_%s(k + u(%u))", i ? ", " : "", type_names[s->types[i]], i);
  same(s->result != Void ? ")));\n}\n" : ");\n}\n");
  write_to(&c_main, &go_main);
  indent();
  same("run(%u, g%u);\n", index, index);
}

static void choose_signature(unsigned index) {
  Signature *s = &signatures[index];
  line = &lines[index];
  unsigned result = pick(Types + 3);
  s->result = result < Types ? (Type)result : result == Types ? U32 : Void;
  s->named = pick(2);
  s->parameters = pick(5);
  for (unsigned i = 0; i < s->parameters; i++)
    s->types[i] = (Type)pick(Types);
}

static void save(const char *name, const char *const *texts) {
  FILE *file = fopen(name, "w");
  if (!file)
    die("cannot write the program");
  for (; *texts; texts++)
    fputs(*texts, file);
  if (fclose(file) != 0)
    die("cannot write the program");
}

static void emit(const char *c_name, const char *go_name) {
  Text *const all[] = {&c_body, &go_body, &c_head, &go_head, &c_main, &go_main};
  for (unsigned i = 0; i < sizeof all / sizeof *all; i++)
    open_text(all[i]);
  for (unsigned i = 0; i < functions; i++)
    choose_signature(i);
  for (unsigned i = 0; i < functions; i++) {
    line = &lines[i];
    function(i);
  }
  /* The last run of all recovers nothing: what a panic prints is compared, too.
   */
  write_to(&c_main, &go_main);
  const Signature *s = &signatures[0];
  same("  refuel();\n  fn0(");
  for (unsigned i = 0; i < s->parameters; i++)
    same("%smk_%s(u(%u))", i ? ", " : "", type_names[s->types[i]], i);
  same(");\n");
  for (unsigned i = 0; i < sizeof all / sizeof *all; i++)
    if (fclose(all[i]->file) != 0)
      die("out of memory");
  save(c_name, (const char *const[]){
                   "#include \"prelude.h\"\n\n", c_head.text, c_body.text,
                   "int main(void) {\n  start();\n", c_main.text, "}\n", NULL});
  save(go_name, (const char *const[]){
                    "package main\n\n", go_head.text, go_body.text,
                    "func main() {\n\tstart()\n", go_main.text, "}\n", NULL});
}

int main(int argc, char **argv) {
  if (argc == 4 && strcmp(argv[1], "tape") == 0) {
    write_tape(strtoull(argv[2], NULL, 10),
               (unsigned)strtoul(argv[3], NULL, 10));
  } else if (argc == 5 && strcmp(argv[1], "emit") == 0) {
    read_tape(argv[2]);
    emit(argv[3], argv[4]);
  } else {
    die("usage: defer-fuzz tape SEED FUNCTIONS | "
        "defer-fuzz emit TAPE FILE.c FILE.go");
  }
  return fflush(stdout) == 0 ? 0 : 2;
}
