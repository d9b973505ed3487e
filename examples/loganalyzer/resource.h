/*===-- resource.h - What is taken must be given back -----------------------===
 *
 * Part of the clang-defer project, under the Apache License v2.0 with LLVM
 * Exceptions. See LICENSE for license information.
 * SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
 *
 *===-----------------------------------------------------------------------===
 *
 * Files, directories, locks, memory and threads, each by a pair of functions
 * that counts. At the end of the program print_balance() compares: the counters
 * know nothing of defer, and are the proof that it did its work.
 *
 *===----------------------------------------------------------------------===*/

#ifndef LOGANALYZER_RESOURCE_H
#define LOGANALYZER_RESOURCE_H

#include <dirent.h>
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/** NULL, with errno set, if the file cannot be opened. */
FILE *open_file(const char *path);
void close_file(FILE *file);

/** NULL, with errno set, if the directory cannot be opened. */
DIR *open_directory(const char *path);
void close_directory(DIR *directory);

/** These two never fail but by a panic. */
void lock(pthread_mutex_t *mutex);
void unlock(pthread_mutex_t *mutex);

/** Never NULL: panics if there is no memory, or limit_memory() forbids. */
void *allocate(size_t size);
/** `memory` may be NULL. */
void release(void *memory);

/** A duplicate of `text`, from allocate(). */
char *duplicate(const char *text);

/** What allocate() may hand out at any one time. */
void limit_memory(size_t bytes);

/** Panics if there can be no more threads. */
pthread_t start_thread(void *(*function)(void *), void *argument);
void join_thread(pthread_t thread);

/** Prints what was taken and given back. Returns whether that is the same.
 * Other threads must have ended. */
bool print_balance(FILE *out);

#endif /* LOGANALYZER_RESOURCE_H */
