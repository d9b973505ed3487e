/*===-- dwarf.c - Numbers and pointers as unwind tables have them -----------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===------------------------------------------------------------------------===
 *
 * After DWARF 5, section 7.6, and the Linux Standard Base's chapter on the
 * .eh_frame section.
 *
 *===----------------------------------------------------------------------===*/

#include "internal.h"

#include <string.h>

enum {
  EncodingAbsolute = 0x00,
  EncodingUleb = 0x01,
  EncodingU2 = 0x02,
  EncodingU4 = 0x03,
  EncodingU8 = 0x04,
  EncodingSleb = 0x09,
  EncodingS2 = 0x0a,
  EncodingS4 = 0x0b,
  EncodingS8 = 0x0c,
  EncodingFormat = 0x0f,

  EncodingPcRelative = 0x10,
  EncodingFunctionRelative = 0x40,
  EncodingBase = 0x70,

  EncodingIndirect = 0x80
};

static uintptr_t read_leb(const uint8_t **at, bool is_signed) {
  uintptr_t value = 0;
  unsigned shift = 0;
  uint8_t byte;
  do {
    byte = *(*at)++;
    if (shift < sizeof value * 8)
      value |= (uintptr_t)(byte & 0x7f) << shift;
    shift += 7;
  } while (byte & 0x80);
  if (is_signed && (byte & 0x40) && shift < sizeof value * 8)
    value |= ~(uintptr_t)0 << shift;
  return value;
}

uintptr_t __defer_read_uleb(const uint8_t **at) { return read_leb(at, false); }

intptr_t __defer_read_sleb(const uint8_t **at) {
  return (intptr_t)read_leb(at, true);
}

size_t __defer_encoded_size(uint8_t encoding) {
  switch (encoding & EncodingFormat) {
  case EncodingAbsolute:
    return sizeof(uintptr_t);
  case EncodingU2:
  case EncodingS2:
    return 2;
  case EncodingU4:
  case EncodingS4:
    return 4;
  case EncodingU8:
  case EncodingS8:
    return 8;
  default:
    return 0;
  }
}

/* Tables are not aligned. */
#define READ(Type)                                                             \
  do {                                                                         \
    Type number;                                                               \
    memcpy(&number, *at, sizeof number);                                       \
    *at += sizeof number;                                                      \
    result = (uintptr_t)number;                                                \
  } while (0)

bool __defer_read_encoded(const uint8_t **at, uint8_t encoding, uintptr_t start,
                          uintptr_t *value) {
  uintptr_t place = (uintptr_t)*at, result;
  switch (encoding & EncodingFormat) {
  case EncodingAbsolute:
    READ(uintptr_t);
    break;
  case EncodingUleb:
    result = read_leb(at, false);
    break;
  case EncodingSleb:
    result = read_leb(at, true);
    break;
  case EncodingU2:
    READ(uint16_t);
    break;
  case EncodingU4:
    READ(uint32_t);
    break;
  case EncodingU8:
    READ(uint64_t);
    break;
  case EncodingS2:
    READ(int16_t);
    break;
  case EncodingS4:
    READ(int32_t);
    break;
  case EncodingS8:
    READ(int64_t);
    break;
  default:
    return false;
  }
  if (result) { /* a null pointer is null in every encoding */
    switch (encoding & EncodingBase) {
    case 0:
      break;
    case EncodingPcRelative:
      result += place;
      break;
    case EncodingFunctionRelative:
      result += start;
      break;
    default:
      return false;
    }
    if (encoding & EncodingIndirect)
      memcpy(&result, (const void *)result, sizeof result);
  }
  *value = result;
  return true;
}

/* Exported by libgcc and by LLVM's libunwind, declared in no header. */
struct dwarf_eh_bases {
  void *text, *data, *function;
};
extern const void *_Unwind_Find_FDE(void *pc, struct dwarf_eh_bases *bases);

/** What a CIE says of the FDEs that belong to it. */
struct cie {
  _Unwind_Personality_Fn personality; /* NULL if there is none */
  uint8_t encoding;                   /* of addresses in an FDE */
  uint8_t lsda_encoding;              /* of the table's address there */
};

/** Reads the CIE of `fde`; false if it has what we do not know. */
static bool read_cie(const uint8_t *fde, struct cie *cie) {
  cie->personality = NULL;
  cie->encoding = EncodingAbsolute;
  cie->lsda_encoding = DEFER_ENCODING_OMIT;
  /* An FDE and a CIE begin with a length of 4 bytes; in an FDE the distance
   * back to its CIE follows, in a CIE a zero. */
  int32_t distance;
  memcpy(&distance, fde + 4, sizeof distance);
  const uint8_t *at = fde + 4 - distance + 8;
  uint8_t version = *at++;
  const char *augmentation = (const char *)at;
  if (*augmentation != 'z')
    return !*augmentation;
  at += strlen(augmentation) + 1;
  __defer_read_uleb(&at); /* code alignment */
  read_leb(&at, true);    /* data alignment */
  if (version == 1)       /* return address register */
    at++;
  else
    __defer_read_uleb(&at);
  __defer_read_uleb(&at); /* length of what follows */
  for (const char *letter = augmentation + 1; *letter; letter++)
    switch (*letter) {
    case 'L':
      cie->lsda_encoding = *at++;
      break;
    case 'R':
      cie->encoding = *at++;
      break;
    case 'P': {
      uint8_t encoding = *at++;
      uintptr_t personality;
      if (!__defer_read_encoded(&at, encoding, 0, &personality))
        return false;
      cie->personality = (_Unwind_Personality_Fn)personality;
      break;
    }
    case 'S': /* a signal's frame */
    case 'B': /* AArch64: which key signs return addresses */
    case 'G': /* AArch64: memory tags */
      break;
    default:
      return false;
    }
  return true;
}

_Unwind_Personality_Fn __defer_personality_of(uintptr_t pc) {
  struct dwarf_eh_bases bases;
  struct cie cie;
  const uint8_t *fde = _Unwind_Find_FDE((void *)pc, &bases);
  return fde && read_cie(fde, &cie) ? cie.personality : NULL;
}

const uint8_t *__defer_lsda_of(uintptr_t pc, uintptr_t *start) {
  struct dwarf_eh_bases bases;
  struct cie cie;
  const uint8_t *fde = _Unwind_Find_FDE((void *)pc, &bases);
  if (!fde || !read_cie(fde, &cie) || cie.lsda_encoding == DEFER_ENCODING_OMIT)
    return NULL;
  *start = (uintptr_t)bases.function;
  const uint8_t *at = fde + 8;
  uintptr_t ignored, lsda;
  /* Behind the extent, and the length of what follows. */
  if (!__defer_read_encoded(&at, cie.encoding & EncodingFormat, 0, &ignored) ||
      !__defer_read_encoded(&at, cie.encoding & EncodingFormat, 0, &ignored))
    return NULL;
  __defer_read_uleb(&at);
  return __defer_read_encoded(&at, cie.lsda_encoding, *start, &lsda)
             ? (const uint8_t *)lsda
             : NULL;
}

size_t __defer_extent_of(uintptr_t pc, uintptr_t *start) {
  struct dwarf_eh_bases bases;
  struct cie cie;
  const uint8_t *fde = _Unwind_Find_FDE((void *)pc, &bases);
  if (!fde || !read_cie(fde, &cie))
    return 0;
  *start = (uintptr_t)bases.function;
  /* Its first address, and a length in the same format. */
  const uint8_t *at = fde + 8;
  uintptr_t first, size;
  if (!__defer_read_encoded(&at, cie.encoding & EncodingFormat, 0, &first) ||
      !__defer_read_encoded(&at, cie.encoding & EncodingFormat, 0, &size))
    return 0;
  return size;
}
