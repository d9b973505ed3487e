/* P6: functions that the dynamic linker has no symbol for have their names from the
 * file, whatever has become of that.
 *
 * RUN: %host-cc -fPIC -shared -DVERSION=1 %S/Inputs/symbols.c -o %t.1.so
 * RUN: %host-cc -fPIC -shared -DVERSION=2 -DMORE %S/Inputs/symbols.c -o %t.2.so
 * RUN: %host-cc %s %libdir/libdefer.a -pthread -ldl -o %t
 * RUN: %t %t.1.so %t.2.so %t.so
 *
 * -static, which ASan cannot be: not even the program's own exported functions are
 * known otherwise.
 * RUN: %if sanitizer %{ true %} %else %{ %host-cc %s %libdir/libdefer.a -pthread -static -DSTATIC -o %t.static %}
 * RUN: %if sanitizer %{ true %} %else %{ %t.static %}
 */

#include "Inputs/guard.h"

#include <dlfcn.h>
#include <elf.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static defer_place place;

/** The name of what is at `address`. */
static const char *name_at(uintptr_t address) {
  __defer_find_place(address, &place);
  if (!place.name[0])
    __defer_read_name(&place);
  CHECK(memchr(place.name, 0, sizeof place.name));
  return place.name;
}

/*--- The program ------------------------------------------------------------*/

static int nowhere;
static int local(int n) { return n + 1; }
/* Of two names it is the one that is not static. */
int global(int n) __attribute__((__alias__("local")));

static void own_names(void) {
  uintptr_t address = (uintptr_t)local;
  CHECK(!strcmp(name_at(address), "global"));
  CHECK(place.start == address);
  CHECK(!strcmp(name_at((uintptr_t)own_names + 1), "own_names"));
  CHECK(place.start == (uintptr_t)own_names);
  CHECK(!strcmp(name_at((uintptr_t)&nowhere), ""));
  CHECK(!strcmp(name_at((uintptr_t)&address), ""));
  CHECK(!strcmp(name_at(0), ""));
}

/*--- A library, and its file ------------------------------------------------*/

#ifndef STATIC
typedef int function(int);
static function *(*exported)(int);
static const char *path, *spare;
static struct {
  unsigned char bytes[1 << 17];
  size_t size;
} whole, spoiled;

static void read_whole(const char *from) {
  FILE *in = fopen(from, "rb");
  CHECK(in);
  whole.size = fread(whole.bytes, 1, sizeof whole.bytes, in);
  CHECK(whole.size && whole.size < sizeof whole.bytes);
  fclose(in);
}

/** Another file takes the library's place, which is mapped still. */
static void replace(const void *bytes, size_t size) {
  FILE *out = fopen(spare, "wb");
  CHECK(out && fwrite(bytes, 1, size, out) == size);
  CHECK(fclose(out) == 0 && rename(spare, path) == 0);
}

static const char *name_of(int which) {
  return name_at((uintptr_t)exported(which));
}

static void library_names(void) {
  CHECK(!strcmp(name_at((uintptr_t)exported), "exported"));
  CHECK(!strcmp(name_of(0), "hidden"));
  CHECK(place.start == (uintptr_t)exported(0) && !strcmp(place.file, path));
  /* Parts of a function have its name, and begin elsewhere. */
  CHECK(!strcmp(name_of(1), "splits") && !place.start);
  CHECK(!strcmp(name_of(2), "splits") && !place.start);
  CHECK(!strcmp(name_of(3), "splits.colder") && place.start);
  /* As much of it as there is room for. */
  CHECK(strlen(name_of(4)) == sizeof place.name - 1);
  CHECK(strspn(place.name, "a") == sizeof place.name - 1);
}

/** With `value` in a field of up to 16 bytes the name is `hidden`, or it is not
 *  known. */
static void try_field(size_t offset, size_t size, uint64_t value) {
  const uint64_t values[2] = {value, value};
  CHECK(size <= sizeof values);
  spoiled = whole;
  memcpy(spoiled.bytes + offset, values, size);
  replace(spoiled.bytes, spoiled.size);
  CHECK(!strcmp(name_of(0), "hidden") || !*place.name);
}
#define TRY_FIELD(Offset, Type, Member) \
  do \
    for (size_t v = 0; v < sizeof values / sizeof *values; v++) \
      try_field(Offset + offsetof(Type, Member), sizeof((Type *)0)->Member, \
                values[v]); \
  while (0)

static void spoiled_fields(void) {
  Elf64_Ehdr elf;
  Elf64_Shdr symbols = {0}, names;
  Elf64_Sym symbol = {0};
  memcpy(&elf, whole.bytes, sizeof elf);
  size_t at = elf.e_shoff, names_at, symbol_at;
  for (unsigned i = 0; i < elf.e_shnum; i++, at += sizeof symbols) {
    memcpy(&symbols, whole.bytes + at, sizeof symbols);
    if (symbols.sh_type == SHT_SYMTAB)
      break;
  }
  CHECK(symbols.sh_type == SHT_SYMTAB);
  names_at = elf.e_shoff + symbols.sh_link * sizeof names;
  memcpy(&names, whole.bytes + names_at, sizeof names);
  for (symbol_at = symbols.sh_offset;; symbol_at += sizeof symbol) {
    CHECK(symbol_at < symbols.sh_offset + symbols.sh_size);
    memcpy(&symbol, whole.bytes + symbol_at, sizeof symbol);
    if (!strcmp((char *)whole.bytes + names.sh_offset + symbol.st_name,
                "hidden"))
      break;
  }

  const uint64_t values[] = {0,
                             1,
                             7,
                             (uint64_t)whole.size - 1,
                             (uint64_t)whole.size,
                             (uint64_t)whole.size + 1,
                             UINT64_C(1) << 31,
                             UINT64_C(1) << 63,
                             UINT64_MAX,
                             UINT64_MAX - symbol.st_name + 1,
                             (uint64_t)0 - sizeof symbols};
  TRY_FIELD(0, Elf64_Ehdr, e_ident);
  TRY_FIELD(0, Elf64_Ehdr, e_phoff);
  TRY_FIELD(0, Elf64_Ehdr, e_phentsize);
  TRY_FIELD(0, Elf64_Ehdr, e_phnum);
  TRY_FIELD(0, Elf64_Ehdr, e_shoff);
  TRY_FIELD(0, Elf64_Ehdr, e_shentsize);
  TRY_FIELD(0, Elf64_Ehdr, e_shnum);
  TRY_FIELD(at, Elf64_Shdr, sh_type);
  TRY_FIELD(at, Elf64_Shdr, sh_size);
  TRY_FIELD(at, Elf64_Shdr, sh_link);
  TRY_FIELD(at, Elf64_Shdr, sh_entsize);
  TRY_FIELD(names_at, Elf64_Shdr, sh_type);
  TRY_FIELD(names_at, Elf64_Shdr, sh_size);
  TRY_FIELD(symbol_at, Elf64_Sym, st_value);
  TRY_FIELD(symbol_at, Elf64_Sym, st_size);
  TRY_FIELD(symbol_at, Elf64_Sym, st_shndx);

  /* Where anything may be found, but nothing outside of the file. */
  const size_t fields[] = {at + offsetof(Elf64_Shdr, sh_offset),
                           names_at + offsetof(Elf64_Shdr, sh_offset)};
  for (size_t i = 0; i < 2; i++)
    for (size_t v = 3; v < sizeof values / sizeof *values; v++) {
      try_field(fields[i], 8, values[v]);
      CHECK(!*place.name);
    }
  try_field(symbol_at, 4, names.sh_size + 1);
  CHECK(!*place.name);
  try_field(symbol_at, 4, UINT32_MAX);
  CHECK(!*place.name);
}

/** Whatever is found, it ends, and has an end. */
static void spoiled_at_random(void) {
  uint64_t state = 1;
  for (int round = 0; round < 2000; round++) {
    spoiled = whole;
    for (int n = 0; n < 200; n++) {
      state = state * UINT64_C(6364136223846793005) + 1442695040888963407u;
      size_t at = sizeof(Elf64_Ehdr) + (state >> 33) % whole.size;
      if (at < spoiled.size)
        spoiled.bytes[at] = (unsigned char)(state >> 25);
    }
    /* The program headers as they are, else nothing is read. */
    memcpy(spoiled.bytes, whole.bytes, 0x400);
    replace(spoiled.bytes, spoiled.size);
    name_of(0);
  }
}

static void cut(void) {
  for (size_t size = 0; size < whole.size; size += 61) {
    replace(whole.bytes, size);
    CHECK(!strcmp(name_of(0), "hidden") || !*place.name);
  }
}

/** What is no file of this library. */
static void others(const char *other) {
  replace(whole.bytes, whole.size);
  CHECK(!strcmp(name_of(0), "hidden"));
  CHECK(unlink(path) == 0);
  CHECK(!*name_of(0));
  CHECK(mkdir(path, 0700) == 0);
  CHECK(!*name_of(0));
  CHECK(rmdir(path) == 0 && mkfifo(path, 0600) == 0);
  CHECK(!*name_of(0));
  read_whole(other);
  replace(whole.bytes, whole.size);
  CHECK(!*name_of(0));
}
#endif

int main(int count, char **arguments) {
  own_names();
#ifdef STATIC
  (void)count, (void)arguments;
#else
  CHECK(count == 4);
  path = arguments[3];
  char temporary[4096];
  snprintf(temporary, sizeof temporary, "%s.new", path);
  spare = temporary;
  read_whole(arguments[1]);
  replace(whole.bytes, whole.size);
  void *library = dlopen(path, RTLD_NOW);
  CHECK(library);
  *(void **)&exported = dlsym(library, "exported");
  CHECK(exported);
  library_names();
  spoiled_fields();
  spoiled_at_random();
  cut();
  others(arguments[2]);
#endif
  return 0;
}
