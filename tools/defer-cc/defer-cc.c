/*===-- defer-cc.c - clang with defer --------------------------------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===-----------------------------------------------------------------------===
 *
 * Runs clang with the plugin, the header and the run-time that lie beside this
 * program:
 *
 *   PREFIX/bin/defer-cc            this program, found by /proc/self/exe
 *   PREFIX/lib/ClangDefer.so       given to clang where it compiles C
 *   PREFIX/lib/LowerDefer.so       where it reads LLVM IR
 *   PREFIX/include/defer.h         on the include path, last
 *   PREFIX/lib/libdefer.{so,a}     where it links
 *
 * Every argument of the user's reaches clang as it is and in its order. Ours
 *are put before them (the plugins) and behind them (what must be last to hold),
 *and clang is exec'd, so that its exit status, its signals and its process id
 *are those of defer-cc.
 *
 * What to add depends on what clang is going to do, so the arguments are read
 *as clang's driver reads them, as far as is needed: which are inputs, in what
 * language, and where the driver stops.
 *
 * Environment:
 *   DEFER_CLANG=PATH      the clang to run, of the version built for
 *   DEFER_CC_DISABLE=1    add nothing: plain clang
 *
 *===-----------------------------------------------------------------------===*/

#define _GNU_SOURCE

#include <errno.h>
#include <limits.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static _Noreturn void fail(const char *format, ...) {
  va_list args;
  va_start(args, format);
  fputs("defer-cc: error: ", stderr);
  vfprintf(stderr, format, args);
  fputc('\n', stderr);
  va_end(args);
  exit(1);
}

/* Memory is never given back: the process becomes clang. */
static void *allocate(void *old, size_t size) {
  void *memory = realloc(old, size);
  if (!memory)
    fail("out of memory");
  return memory;
}

static char *concat(const char *a, const char *b) {
  char *result = allocate(NULL, strlen(a) + strlen(b) + 1);
  return strcat(strcpy(result, a), b);
}

static bool equals(const char *a, const char *b) { return strcmp(a, b) == 0; }

static bool starts_with(const char *text, const char *prefix) {
  return strncmp(text, prefix, strlen(prefix)) == 0;
}

static bool is_one_of(const char *text, const char *const *list) {
  for (; *list; ++list)
    if (equals(text, *list))
      return true;
  return false;
}

/** A growing argument vector, always terminated by NULL. */
typedef struct {
  const char **data;
  size_t size, capacity;
} arguments;

static void add(arguments *list, const char *argument) {
  if (list->size + 1 >= list->capacity) {
    list->capacity = list->capacity ? 2 * list->capacity : 64;
    list->data = allocate(list->data, list->capacity * sizeof(*list->data));
  }
  list->data[list->size++] = argument;
  list->data[list->size] = NULL;
}

/*===-----------------------------------------------------------------------===
 * Reading clang's command line
 *===-----------------------------------------------------------------------===*/

typedef enum {
  lang_by_name, /* no -x: the file's name tells */
  lang_c,
  lang_ir,
  lang_other /* C++, assembly, objects, libraries: nothing to compile for us */
} language;

/** What the command line asks clang to do. */
typedef struct {
  language forced;    /* by the last -x */
  bool forced_header; /* ... which names a header's language */
  bool reads_header;  /* some input is a header, to be precompiled */
  bool reads_others;  /* some input is not */
  bool reads_c;       /* some input is C, preprocessed or not */
  bool reads_ir;      /* some input is LLVM IR */
  const char *target; /* of --target */
  bool has_input;     /* clang would do something */
  bool only_tells;    /* --version, -print-...: clang compiles nothing */
  bool stops_early;   /* -c, -S, -E, ...: no link */
  bool bare_link;     /* -r, -nostdlib, ...: the user links what he wants */
  bool is_static;     /* -static, -static-pie */
  bool saves_temps;   /* the front and the back end run in separate processes */
  bool keeps_markers; /* -fplugin-arg-defer-no-lower */
} request;

/* Options whose value is the next argument. Those that take it joined as well
 * are here by their name alone: `-o x`, not `-ox`. */
static const char *const options_with_value[] = {"-A",
                                                 "-B",
                                                 "-D",
                                                 "-F",
                                                 "-G",
                                                 "-I",
                                                 "-L",
                                                 "-MF",
                                                 "-MJ",
                                                 "-MQ",
                                                 "-MT",
                                                 "-T",
                                                 "-U",
                                                 "-V",
                                                 "-Xanalyzer",
                                                 "-Xarch_device",
                                                 "-Xarch_host",
                                                 "-Xassembler",
                                                 "-Xclang",
                                                 "-Xclangas",
                                                 "-Xcuda-fatbinary",
                                                 "-Xcuda-ptxas",
                                                 "-Xopenmp-target",
                                                 "-Xpreprocessor",
                                                 "-arch",
                                                 "-b",
                                                 "-ccc-gcc-name",
                                                 "-ccc-install-dir",
                                                 "-cxx-isystem",
                                                 "-dependency-dot",
                                                 "-dependency-file",
                                                 "-dumpdir",
                                                 "-e",
                                                 "-fdebug-compilation-dir",
                                                 "-fmodules-user-build-path",
                                                 "-fnew-alignment",
                                                 "-framework",
                                                 "-ftrapv-handler",
                                                 "-idirafter",
                                                 "-iframework",
                                                 "-imacros",
                                                 "-imultilib",
                                                 "-include",
                                                 "-include-pch",
                                                 "-iprefix",
                                                 "-iquote",
                                                 "-isysroot",
                                                 "-isystem",
                                                 "-isystem-after",
                                                 "-ivfsoverlay",
                                                 "-iwithprefix",
                                                 "-iwithprefixbefore",
                                                 "-iwithsysroot",
                                                 "-meabi",
                                                 "-mllvm",
                                                 "-mmlir",
                                                 "-module-dependency-dir",
                                                 "-mthread-model",
                                                 "-o",
                                                 "-object-file-name",
                                                 "-resource-dir",
                                                 "-rpath",
                                                 "-serialize-diagnostics",
                                                 "-specs",
                                                 "-stdlib++-isystem",
                                                 "-target",
                                                 "-u",
                                                 "-undefined",
                                                 "-vfsoverlay",
                                                 "-working-directory",
                                                 "-z",
                                                 "--assert",
                                                 "--config",
                                                 "--define-macro",
                                                 "--dyld-prefix",
                                                 "--encoding",
                                                 "--force-link",
                                                 "--include-directory",
                                                 "--include-directory-after",
                                                 "--include-prefix",
                                                 "--include-with-prefix",
                                                 "--include-with-prefix-after",
                                                 "--include-with-prefix-before",
                                                 "--library-directory",
                                                 "--no-system-header-prefix",
                                                 "--output",
                                                 "--param",
                                                 "--prefix",
                                                 "--resource",
                                                 "--rtlib",
                                                 "--std",
                                                 "--stdlib",
                                                 "--sysroot",
                                                 "--system-header-prefix",
                                                 "--undefine-macro",
                                                 NULL};

/* The driver's last step is not the link. */
static const char *const options_that_stop_early[] = {"-c",
                                                      "-S",
                                                      "-E",
                                                      "-M",
                                                      "-MM",
                                                      "-fsyntax-only",
                                                      "-emit-ast",
                                                      "-verify-pch",
                                                      "-rewrite-objc",
                                                      "-module-file-info",
                                                      "-extract-api",
                                                      "-emit-interface-stubs",
                                                      "--analyze",
                                                      "--assemble",
                                                      "--compile",
                                                      "--dependencies",
                                                      "--precompile",
                                                      "--preprocess",
                                                      "--user-dependencies",
                                                      NULL};

static const char *const options_that_only_tell[] = {
    "--version",    "-version",   "-help",        "--help", "--help-hidden",
    "-dumpmachine", "-dumpspecs", "-dumpversion", NULL};

static const char *const options_for_a_bare_link[] = {"-r",
                                                      "-nostdlib",
                                                      "--no-standard-libraries",
                                                      "-nodefaultlibs",
                                                      "-Wl,-r",
                                                      "-Wl,--relocatable",
                                                      NULL};

static bool is_header_by_option(const char *name) {
  return strstr(name, "-header") != NULL;
}

static language language_by_option(const char *name) {
  static const char *const c[] = {"c", "cpp-output", "c-header",
                                  "c-header-cpp-output", NULL};
  if (equals(name, "none"))
    return lang_by_name;
  if (is_one_of(name, c))
    return lang_c;
  return equals(name, "ir") ? lang_ir : lang_other;
}

static language language_by_suffix(const char *file) {
  /* Standard input has no name; clang takes it for C, under -E, or wants -x. */
  if (equals(file, "-"))
    return lang_c;
  const char *slash = strrchr(file, '/');
  const char *suffix = strrchr(slash ? slash : file, '.');
  static const char *const c[] = {".c", ".i", ".h", NULL};
  static const char *const ir[] = {".ll", ".bc", NULL};
  if (!suffix)
    return lang_other;
  return is_one_of(suffix, c)    ? lang_c
         : is_one_of(suffix, ir) ? lang_ir
                                 : lang_other;
}

static bool is_header_by_suffix(const char *file) {
  static const char *const headers[] = {".h",   ".H",   ".hh", ".hp",
                                        ".hpp", ".hxx", NULL};
  const char *slash = strrchr(file, '/');
  const char *suffix = strrchr(slash ? slash : file, '.');
  return suffix && is_one_of(suffix, headers);
}

static void read_input(request *what, const char *file) {
  bool header = what->forced == lang_by_name ? is_header_by_suffix(file)
                                             : what->forced_header;
  what->reads_header |= header;
  what->reads_others |= !header;
  language is =
      what->forced == lang_by_name ? language_by_suffix(file) : what->forced;
  what->has_input = true;
  what->reads_c |= is == lang_c;
  what->reads_ir |= is == lang_ir;
}

static void read_language(request *what, const char *name) {
  what->forced = language_by_option(name);
  what->forced_header = is_header_by_option(name);
}

/** Reads one argument; `value` is the one behind it, or NULL. Returns how many
 * of the two it has used. */
static int read_argument(request *what, const char *argument,
                         const char *value) {
  if (argument[0] != '-' || equals(argument, "-")) {
    read_input(what, argument);
    return 1;
  }
  if (equals(argument, "-x") || equals(argument, "--language")) {
    if (value)
      read_language(what, value);
    return 2;
  }
  if (starts_with(argument, "-x"))
    read_language(what, argument + 2);
  else if (starts_with(argument, "--language="))
    read_language(what, argument + strlen("--language="));
  else if (equals(argument, "-l") || equals(argument, "-Xlinker") ||
           equals(argument, "--for-linker")) {
    what->has_input = true;
    what->bare_link |=
        value && (equals(value, "-r") || equals(value, "--relocatable"));
    return 2;
  } else if (equals(argument, "-target")) {
    what->target = value;
    return 2;
  } else if (is_one_of(argument, options_with_value) ||
             starts_with(argument, "-Xarch_")) {
    return 2;
  } else if (is_one_of(argument, options_that_stop_early)) {
    what->stops_early = true;
  } else if (is_one_of(argument, options_that_only_tell) ||
             starts_with(argument, "-print-") ||
             starts_with(argument, "--print-") ||
             starts_with(argument, "--autocomplete=")) {
    what->only_tells = true;
  } else if (is_one_of(argument, options_for_a_bare_link)) {
    what->bare_link = true;
  } else if (equals(argument, "-static") || equals(argument, "--static") ||
             equals(argument, "-static-pie")) {
    what->is_static = true;
  } else if (starts_with(argument, "--target=")) {
    what->target = argument + strlen("--target=");
  } else if (starts_with(argument, "-save-temps") ||
             starts_with(argument, "--save-temps")) {
    what->saves_temps = true;
  } else if (starts_with(argument, "-fplugin-arg-defer-no-lower")) {
    what->keeps_markers = true;
  } else if (starts_with(argument, "-l") || starts_with(argument, "-Wl,")) {
    what->has_input = true;
  }
  return 1;
}

/*===-----------------------------------------------------------------------===
 * Response files
 *===-----------------------------------------------------------------------===*/

static char *read_all(FILE *file) {
  size_t size = 0, capacity = 4096;
  char *text = allocate(NULL, capacity);
  for (size_t got; (got = fread(text + size, 1, capacity - size - 1, file));) {
    size += got;
    if (capacity - size < 2)
      text = allocate(text, capacity *= 2);
  }
  text[size] = '\0';
  return text;
}

static char *read_file(const char *name) {
  FILE *file = fopen(name, "r");
  if (!file)
    return NULL;
  char *text = read_all(file);
  fclose(file);
  return text;
}

/** Splits `text` in place, by the rules that clang and the GNU tools have for
 *  response files: white space, quotes of both kinds, backslash. */
static void tokenize(char *text, arguments *list) {
  char *out = text;
  for (;;) {
    text += strspn(text, " \t\n\v\f\r");
    if (!*text)
      return;
    add(list, out);
    for (char quote = 0; *text && (quote || !strchr(" \t\n\v\f\r", *text));
         ++text) {
      if (*text == '\\' && text[1])
        *out++ = *++text;
      else if (quote ? *text == quote : (*text == '"' || *text == '\''))
        quote = quote ? 0 : *text;
      else
        *out++ = *text;
    }
    /* `out` may be where `text` is: step over the white space first. */
    bool more = *text != '\0';
    *out++ = '\0';
    if (!more)
      return;
    ++text;
  }
}

/** Adds `argument` to `list`, a response file's contents in place of its name.
 *  One that cannot be read is an input called `@...`, as in clang. */
static void add_expanded(arguments *list, const char *argument, int depth) {
  char *text =
      argument[0] == '@' && depth < 32 ? read_file(argument + 1) : NULL;
  if (!text) {
    add(list, argument);
    return;
  }
  arguments tokens = {0};
  tokenize(text, &tokens);
  for (size_t i = 0; i < tokens.size; ++i)
    add_expanded(list, tokens.data[i], depth + 1);
}

/** Reads the command line. Response files are expanded to be understood, and
 *  reach clang unexpanded: they are there because the line was too long. */
static request read_command_line(char **argv) {
  request what = {0};
  arguments list = {0};
  for (; *argv; ++argv)
    add_expanded(&list, *argv, 0);
  for (size_t i = 0; i < list.size;) {
    if (equals(list.data[i], "--")) {
      while (++i < list.size)
        read_input(&what, list.data[i]);
      break;
    }
    i += read_argument(&what, list.data[i], list.data[i + 1]);
  }
  return what;
}

/*===-----------------------------------------------------------------------===
 * Writing it
 *===-----------------------------------------------------------------------===*/

/* What we add must not warn where it is not needed, as -D in a link. */
static void add_quietly(arguments *list, const arguments *ours) {
  if (!ours->size)
    return;
  add(list, "--start-no-unused-arguments");
  for (size_t i = 0; i < ours->size; ++i)
    add(list, ours->data[i]);
  add(list, "--end-no-unused-arguments");
}

/** Adds the user's arguments. Those for the plugin are in CFLAGS, which many
 *  builds give to the link as well: no warning for them. What follows `--` gets
 * a name that needs none, for ours are to come last. */
static void add_users(arguments *list, char **argv) {
  bool only_files = false;
  for (; *argv; ++argv) {
    if (!only_files && equals(*argv, "--")) {
      only_files = true;
    } else if (only_files && **argv == '-') {
      add(list, concat("./", *argv));
    } else if (starts_with(*argv, "-fplugin-arg-defer-")) {
      add(list, "--start-no-unused-arguments");
      add(list, *argv);
      add(list, "--end-no-unused-arguments");
    } else {
      add(list, *argv);
    }
  }
}

static void add_link(arguments *list, const request *what, const char *lib) {
  if (what->is_static) {
    add(list, concat(lib, "/libdefer.a"));
    return;
  }
  add(list, concat("-L", lib));
  /* A program that never defers needs no run-time beside it. */
  add(list, "-Wl,--push-state,--as-needed");
  add(list, "-ldefer");
  add(list, "-Wl,--pop-state");
  add(list, concat("-Wl,-rpath,", lib));
}

/** Where the run-time of the target is: one folder for each target that is not
 *  the host, if it was built for that. */
static const char *find_runtime(const request *what, const char *lib) {
  if (what->target) {
    const char *of_target = concat(concat(lib, "/"), what->target);
    if (access(of_target, F_OK) == 0)
      return of_target;
  }
  return lib;
}

static arguments command(const char *clang, const char *prefix, char **argv) {
  request what = read_command_line(argv);
  const char *lib = concat(prefix, "/lib");
  arguments result = {0}, before = {0}, after = {0};

  if (what.has_input && !what.only_tells) {
    if (what.reads_c)
      add(&before, concat("-fplugin=", concat(lib, "/ClangDefer.so")));
    /* IR has not been through the plugin, or only through its front half. C
     * must not see the second plugin otherwise: the first has the user's
     * arguments. */
    if ((what.reads_ir || (what.reads_c && what.saves_temps)) &&
        !what.keeps_markers)
      add(&before, concat("-fpass-plugin=", concat(lib, "/LowerDefer.so")));

    /* Last, so that a header of that name of the user's is found first. Not
     * -isystem: Clang hides warnings in what a system header's macro expands
     * to, and `defer` is one. */
    add(&after, concat(concat("-I", prefix), "/include"));
    if (what.reads_c) {
      /* The plugin sees to both in a compilation, but not under -E and
       * -save-temps, where macros are expanded without it. Last, for it
       * overrides -fno-exceptions. */
      add(&after, "-fexceptions");
      add(&after, "-D__DEFER__=1");
    }
    /* Headers are not linked: a library would be an input of its own, and
     * ask for a second output. */
    bool precompiles = what.reads_header && !what.reads_others;
    if (!what.stops_early && !what.bare_link && !precompiles)
      add_link(&after, &what, find_runtime(&what, lib));
  }

  add(&result, clang);
  add_quietly(&result, &before);
  add_users(&result, argv);
  add_quietly(&result, &after);
  return result;
}

/*===-----------------------------------------------------------------------===
 * Finding and running clang
 *===-----------------------------------------------------------------------===*/

/** The folder above the one that this program lies in, links resolved. */
static const char *find_prefix(void) {
  char path[PATH_MAX];
  ssize_t size = readlink("/proc/self/exe", path, sizeof(path) - 1);
  if (size < 0)
    fail("cannot read /proc/self/exe: %s", strerror(errno));
  path[size] = '\0';
  for (int i = 0; i < 2; ++i) {
    char *slash = strrchr(path, '/');
    if (slash)
      *slash = '\0';
  }
  return concat(path, "");
}

/** The first line of `clang --version`, or NULL if it does not run. */
static char *version_line(const char *clang) {
  int ends[2];
  if (pipe(ends) != 0)
    return NULL;
  pid_t child = fork();
  if (child == 0) {
    dup2(ends[1], STDOUT_FILENO);
    close(ends[0]);
    close(ends[1]);
    execlp(clang, clang, "--version", (char *)NULL);
    _exit(127);
  }
  close(ends[1]);
  FILE *output = child < 0 ? NULL : fdopen(ends[0], "r");
  if (!output)
    return NULL;
  char *line = read_all(output);
  fclose(output);
  int status;
  if (waitpid(child, &status, 0) != child || status != 0)
    return NULL;
  line[strcspn(line, "\n")] = '\0';
  return line;
}

/** Fails if the clang that the user chose is not of the version that the plugin
 *  was built for: it would refuse it, or crash. The one we were configured with
 * is not asked, for that costs more than the rest of this program. */
static void check_version(const char *clang) {
  const char *line = version_line(clang);
  if (!line)
    fail("DEFER_CLANG=%s does not run", clang);
  const char *version = strstr(line, "clang version ");
  if (!version ||
      atoi(version + strlen("clang version ")) != atoi(DEFER_LLVM_VERSION))
    fail("DEFER_CLANG=%s is `%s`, but the plugin beside defer-cc is for clang "
         "%s",
         clang, line, DEFER_LLVM_VERSION);
}

int main(int argc, char **argv) {
  const char *clang = getenv("DEFER_CLANG");
  const char *disable = getenv("DEFER_CC_DISABLE");
  bool disabled = disable && *disable && !equals(disable, "0");
  /* clang calls itself by its own name for each step, never by ours; -cc1 is
   * for tools that replay such a step. */
  if (argc > 1 && starts_with(argv[1], "-cc1"))
    disabled = true;

  bool chosen = clang && *clang;
  if (chosen)
    check_version(clang);
  else
    clang = DEFER_CLANG;

  arguments list = {0};
  if (disabled) {
    add(&list, clang);
    for (char **argument = argv + 1; argc && *argument; ++argument)
      add(&list, *argument);
  } else {
    list = command(clang, find_prefix(), argc ? argv + 1 : argv);
  }

  execvp(clang, (char *const *)list.data);
  if (!chosen && errno == ENOENT) {
    /* Moved to another machine: that version may be on the path. */
    list.data[0] = "clang-" DEFER_LLVM_VERSION;
    execvp(list.data[0], (char *const *)list.data);
  }
  fail(
      "cannot run %s: %s (install clang-%s, or set DEFER_CLANG to where it is)",
      clang, strerror(errno), DEFER_LLVM_VERSION);
}
