/*===-- symbols.c - The name of the function at an address ------------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===------------------------------------------------------------------------===
 *
 * The dynamic linker knows the functions that it may have to bind, and those of
 * a program only if it was linked with -rdynamic. The others, static functions
 * and the parts of functions that a compiler has moved out of the way among
 * them, stand in a table that is not loaded: it is read from the file.
 *
 * The file may be another one by now, or anything at all. So it must have the
 * program headers of what is loaded, what it says of itself is checked against
 * its size, and what cannot be read has no name. It is read a piece at a time
 * to the stack: a report may need neither malloc nor memory from the system,
 * and a file that shrinks while it is mapped would be a signal.
 *
 *===----------------------------------------------------------------------===*/

#include "internal.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/*--- What is loaded ---------------------------------------------------------*/

static int find_object(struct dl_phdr_info *info, size_t size, void *argument) {
  (void)size;
  defer_place *place = argument;
  for (size_t i = 0; i < info->dlpi_phnum; i++) {
    const ElfW(Phdr) *header = &info->dlpi_phdr[i];
    if (header->p_type != PT_LOAD ||
        place->address - info->dlpi_addr - header->p_vaddr >= header->p_memsz)
      continue;
    place->object = info->dlpi_name;
    place->bias = info->dlpi_addr;
    place->headers = info->dlpi_phdr;
    place->header_count = info->dlpi_phnum;
    return 1;
  }
  return 0;
}

void __defer_find_place(uintptr_t address, defer_place *place) {
  place->address = address;
  place->name[0] = 0;
  place->start = 0;
  place->file = NULL;
  place->bias = 0;
  place->object = NULL;
  place->headers = NULL;
  place->header_count = 0;
  dl_iterate_phdr(find_object, place);

  Dl_info info;
  if (!dladdr((const void *)address, &info))
    return; /* as always in a program that is linked with -static */
  place->file = info.dli_fname;
  if (!place->headers)
    place->bias = (uintptr_t)info.dli_fbase;
  if (!info.dli_sname)
    return;
  strncat(place->name, info.dli_sname, sizeof place->name - 1);
  place->start = (uintptr_t)info.dli_saddr;
}

/*--- A file that nothing is known of ----------------------------------------*/

struct file {
  int descriptor;
  uint64_t size;
};

static bool open_file(const char *name, struct file *file) {
  struct stat status;
  /* Not to wait for what may be a pipe. */
  file->descriptor = open(name, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  if (file->descriptor < 0)
    return false;
  if (fstat(file->descriptor, &status) == 0 && S_ISREG(status.st_mode)) {
    file->size = (uint64_t)status.st_size;
    return true;
  }
  close(file->descriptor);
  return false;
}

/** All of it, or false. */
static bool read_at(const struct file *file, uint64_t offset, void *to,
                    size_t size) {
  if (offset > file->size || size > file->size - offset)
    return false;
  for (char *at = to; size;) {
    ssize_t count = pread(file->descriptor, at, size, (off_t)offset);
    if (count < 0 && errno == EINTR)
      continue;
    if (count <= 0)
      return false; /* it is shorter than it was */
    at += count;
    offset += (uint64_t)count;
    size -= (size_t)count;
  }
  return true;
}

/*--- ELF --------------------------------------------------------------------*/

/** Whether the file is the one that is loaded. */
static bool is_loaded(const struct file *file, const ElfW(Ehdr) * elf,
                      const defer_place *place) {
  const ElfW(Phdr) *loaded = place->headers;
  ElfW(Phdr) header;
  if (memcmp(elf->e_ident, ELFMAG, SELFMAG) != 0 ||
      elf->e_phentsize != sizeof header ||
      elf->e_phnum != place->header_count || elf->e_phoff > file->size)
    return false;
  for (size_t i = 0; i < place->header_count; i++)
    if (!read_at(file, elf->e_phoff + i * sizeof header, &header,
                 sizeof header) ||
        memcmp(&header, &loaded[i], sizeof header) != 0)
      return false;
  return true;
}

static bool read_section(const struct file *file, const ElfW(Ehdr) * elf,
                         uint64_t index, ElfW(Shdr) * section) {
  return elf->e_shentsize == sizeof *section && elf->e_shoff &&
         elf->e_shoff <= file->size && index < file->size / sizeof *section &&
         read_at(file, elf->e_shoff + index * sizeof *section, section,
                 sizeof *section);
}

/** Reads the headers of the table of all symbols and of that of their names. */
static bool find_table(const struct file *file, const ElfW(Ehdr) * elf,
                       ElfW(Shdr) * symbols, ElfW(Shdr) * names) {
  uint64_t count = elf->e_shnum;
  if (!count && read_section(file, elf, 0, symbols))
    count = symbols->sh_size; /* it does not fit into the header */
  for (uint64_t i = 1; i < count && read_section(file, elf, i, symbols); i++)
    if (symbols->sh_type == SHT_SYMTAB)
      return symbols->sh_entsize == sizeof(ElfW(Sym)) &&
             read_section(file, elf, symbols->sh_link, names) &&
             names->sh_type == SHT_STRTAB;
  return false;
}

/** Whether `symbol` is a function, or may be one of an assembler's. */
static bool is_function(const ElfW(Sym) * symbol) {
  unsigned type = ELF64_ST_TYPE(symbol->st_info);
  return symbol->st_shndx != SHN_UNDEF &&
         (type == STT_FUNC || type == STT_GNU_IFUNC || type == STT_NOTYPE);
}

/** The function that `value` lies in. Of several names the one that other files
 *  may use, for it is the one in the source. */
static bool find_symbol(const struct file *file, const ElfW(Shdr) * symbols,
                        uint64_t value, ElfW(Sym) * found) {
  ElfW(Sym) piece[64];
  uint64_t offset = symbols->sh_offset;
  bool any = false;
  for (uint64_t left = symbols->sh_size / sizeof *piece; left;) {
    size_t count = left < 64 ? (size_t)left : 64;
    if (!read_at(file, offset, piece, count * sizeof *piece))
      break;
    for (size_t i = 0; i < count; i++) {
      if (!is_function(&piece[i]) ||
          value - piece[i].st_value >= piece[i].st_size)
        continue;
      *found = piece[i];
      any = true;
      if (ELF64_ST_BIND(found->st_info) != STB_LOCAL)
        return true;
    }
    offset += count * sizeof *piece;
    left -= count;
  }
  return any;
}

/** Reads a name, as much of it as there is room for. */
static bool read_name(const struct file *file, const ElfW(Shdr) * names,
                      uint64_t offset, char *name, size_t room) {
  if (offset >= names->sh_size || names->sh_offset > file->size)
    return false;
  uint64_t start = names->sh_offset, left = names->sh_size - offset;
  if (offset >= file->size - start)
    return false;
  if (left > file->size - start - offset)
    left = file->size - start - offset;
  size_t size = left < room - 1 ? (size_t)left : room - 1;
  if (!read_at(file, start + offset, name, size))
    return false;
  name[size] = 0;
  return true;
}

static bool read_symbol(const struct file *file, defer_place *place) {
  ElfW(Ehdr) elf;
  ElfW(Shdr) symbols, names;
  ElfW(Sym) symbol;
  if (!read_at(file, 0, &elf, sizeof elf) || !is_loaded(file, &elf, place) ||
      !find_table(file, &elf, &symbols, &names) ||
      !find_symbol(file, &symbols, place->address - place->bias, &symbol) ||
      !read_name(file, &names, symbol.st_name, place->name, sizeof place->name))
    return false;
  place->start = place->bias + symbol.st_value;
  return true;
}

/** `f.cold`, `f.cold.1` and our `f.panics` are parts of f, in another place
 * than f. */
static void name_whole(defer_place *place) {
  static const char *const parts[] = {".cold", ".panics"};
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
    size_t length = strlen(parts[i]);
    for (char *at = place->name; (at = strstr(at, parts[i])); at++)
      if (at != place->name && (!at[length] || at[length] == '.')) {
        *at = 0;
        place->start = 0;
        return;
      }
  }
}

void __defer_read_name(defer_place *place) {
  if (!place->headers)
    return; /* nothing that was loaded from a file */
  /* The program has no name there. Its file may have been renamed since. */
  const char *name = *place->object ? place->object : "/proc/self/exe";
  while (name) {
    struct file file;
    if (open_file(name, &file)) {
      bool is_read = read_symbol(&file, place);
      close(file.descriptor);
      if (is_read)
        break;
    }
    /* /proc may not be there, or tell of the dynamic linker, if that was what
     * was started. */
    name = name == place->file ? NULL : place->file;
  }
  name_whole(place);
}
