/*===-- symbols.c - Names of functions that the dynamic linker does not know
 *-===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===------------------------------------------------------------------------===
 *
 * The parts that seldom run are split off from functions, as `f.cold` or
 * `f.panics`, and such a name is local, like that of a static function. It
 * stands in the file's table of symbols only, unless that was stripped. The
 * file is read in pieces: the report has no memory to ask for. What it says of
 * itself may be wrong, if it was replaced since it was loaded; then it is not
 * the worse for it than a name that is not shown, or another one.
 *
 *===----------------------------------------------------------------------===*/

#include "internal.h"

#include <elf.h>
#include <fcntl.h>
#include <link.h>
#include <string.h>
#include <unistd.h>

struct object {
  uintptr_t address; /* asked for */
  uintptr_t bias;    /* of the file's addresses in memory */
  const char *path;
};

static int find_object(struct dl_phdr_info *info, size_t size, void *argument) {
  (void)size;
  struct object *object = argument;
  for (unsigned i = 0; i < info->dlpi_phnum; i++) {
    const ElfW(Phdr) *segment = &info->dlpi_phdr[i];
    uintptr_t start = info->dlpi_addr + segment->p_vaddr;
    if (segment->p_type != PT_LOAD ||
        object->address - start >= segment->p_memsz)
      continue;
    object->bias = info->dlpi_addr;
    /* The program itself has no name there. */
    object->path = info->dlpi_name && *info->dlpi_name ? info->dlpi_name
                                                       : "/proc/self/exe";
    return 1;
  }
  return 0;
}

/** All of it, or false. */
static bool read_at(int file, void *to, size_t size, uint64_t offset) {
  for (char *at = to; size;) {
    ssize_t got = pread(file, at, size, (off_t)offset);
    if (got <= 0)
      return false;
    at += got;
    offset += (uint64_t)got;
    size -= (size_t)got;
  }
  return true;
}

/** The symbol of the function at `address`, an address of the file. */
static bool find_function(int file, const ElfW(Shdr) * table, uintptr_t address,
                          ElfW(Sym) * found) {
  ElfW(Sym) some[64];
  uint64_t count = table->sh_size / sizeof *some;
  for (uint64_t done = 0; done < count;) {
    size_t now = count - done < 64 ? (size_t)(count - done) : 64;
    if (!read_at(file, some, now * sizeof *some,
                 table->sh_offset + done * sizeof *some))
      return false;
    for (size_t i = 0; i < now; i++) {
      unsigned type = ELF64_ST_TYPE(some[i].st_info);
      /* LLVM gives a part of a function no type, but a size. */
      if ((type == STT_FUNC || type == STT_NOTYPE) &&
          some[i].st_shndx != SHN_UNDEF &&
          address - some[i].st_value < some[i].st_size) {
        *found = some[i];
        return true;
      }
    }
    done += now;
  }
  return false;
}

static bool find_name(int file, uintptr_t address, char *name, size_t size,
                      uintptr_t *start) {
  ElfW(Ehdr) header;
  if (!read_at(file, &header, sizeof header, 0) ||
      memcmp(header.e_ident, ELFMAG, SELFMAG) != 0 ||
      header.e_shentsize != sizeof(ElfW(Shdr)))
    return false;
  for (unsigned i = 0; i < header.e_shnum; i++) {
    ElfW(Shdr) table, names;
    ElfW(Sym) symbol;
    if (!read_at(file, &table, sizeof table, header.e_shoff + i * sizeof table))
      return false;
    if (table.sh_type != SHT_SYMTAB)
      continue;
    if (!find_function(file, &table, address, &symbol) ||
        !read_at(file, &names, sizeof names,
                 header.e_shoff + table.sh_link * sizeof names) ||
        symbol.st_name >= names.sh_size)
      return false;
    uint64_t left = names.sh_size - symbol.st_name;
    if (left > size - 1)
      left = size - 1;
    if (!read_at(file, name, (size_t)left, names.sh_offset + symbol.st_name))
      return false;
    name[left] = 0;
    *start = symbol.st_value;
    return true;
  }
  return false;
}

bool __defer_find_symbol(uintptr_t address, char *name, size_t size,
                         uintptr_t *start) {
  struct object object = {address, 0, NULL};
  dl_iterate_phdr(find_object, &object);
  if (!object.path)
    return false;
  int file = open(object.path, O_RDONLY | O_CLOEXEC);
  if (file < 0)
    return false;
  bool found = find_name(file, address - object.bias, name, size, start);
  close(file);
  *start += object.bias;
  return found;
}
