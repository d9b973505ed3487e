// Section 4.6, 4.7: arguments that the plugin does not know.
//
// RUN: not %clang-defer -fsyntax-only -fplugin-arg-defer-mode=fast %s 2>&1 | %filecheck --check-prefix=MODE %s
// RUN: not %clang-defer -fsyntax-only -fplugin-arg-defer-no-such %s 2>&1 | %filecheck --check-prefix=NAME %s
// RUN: %clang-defer -fsyntax-only -fplugin-arg-defer-mode=record -fplugin-arg-defer-no-lower -Werror %s
// MODE: error: unknown argument 'mode=fast' of plugin defer; it takes
// NAME: error: unknown argument 'no-such' of plugin defer; it takes

void f(void);
