#===-- DeferLLVM.cmake - Find LLVM and Clang --------------------------------===
#
# Part of the clang-defer project, under the Apache License v2.0 with LLVM
# Exceptions. See LICENSE for license information.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===------------------------------------------------------------------------===

# Finds LLVM and Clang of one version and one prefix, or says what to install.
#
# LLVM_DIR and Clang_DIR are respected. Defines the target DeferLLVM: what a
# source file that uses LLVM or Clang is compiled with.

set(_prefix /usr/lib/llvm-${DEFER_LLVM_VERSION})
set(_packages "clang-${DEFER_LLVM_VERSION} llvm-${DEFER_LLVM_VERSION}-dev \
libclang-${DEFER_LLVM_VERSION}-dev")
string(CONCAT _help
  "On Debian and Ubuntu:\n"
  "  apt-get install ${_packages}\n"
  "With an LLVM elsewhere: -DLLVM_DIR=PREFIX/lib/cmake/llvm "
  "-DClang_DIR=PREFIX/lib/cmake/clang. "
  "For another version: -DDEFER_LLVM_VERSION=22 or 19.")

if(NOT DEFER_LLVM_VERSION MATCHES "^(22|19)$")
  message(FATAL_ERROR
    "DEFER_LLVM_VERSION is ${DEFER_LLVM_VERSION}; clang-defer supports 22 and 19.")
endif()

# The version that was asked for lies in a folder of its own; another one that is
# first on CMake's search path is no help.
find_package(LLVM CONFIG QUIET
  PATHS ${_prefix}/lib/cmake/llvm NO_DEFAULT_PATH)
if(NOT LLVM_FOUND)
  find_package(LLVM CONFIG QUIET)
endif()
if(NOT LLVM_FOUND)
  message(FATAL_ERROR "LLVM ${DEFER_LLVM_VERSION} was not found. ${_help}")
endif()
if(NOT LLVM_VERSION_MAJOR EQUAL DEFER_LLVM_VERSION)
  message(FATAL_ERROR "LLVM ${DEFER_LLVM_VERSION} is needed, but LLVM_DIR is "
    "${LLVM_DIR}, which is LLVM ${LLVM_VERSION}. ${_help}")
endif()

find_package(Clang CONFIG QUIET
  PATHS ${LLVM_CMAKE_DIR}/../clang ${_prefix}/lib/cmake/clang NO_DEFAULT_PATH)
if(NOT Clang_FOUND)
  message(FATAL_ERROR "LLVM ${LLVM_VERSION} is at ${LLVM_DIR}, but Clang's "
    "development files were not found beside it. ${_help}")
endif()
# Clang's package sets LLVM_VERSION to its own.
file(REAL_PATH ${LLVM_DIR}/../../.. _llvm_prefix)
file(REAL_PATH ${Clang_DIR}/../../.. _clang_prefix)
if(NOT _llvm_prefix STREQUAL _clang_prefix)
  message(FATAL_ERROR "LLVM is at ${LLVM_DIR}, but Clang is at ${Clang_DIR}: "
    "they must be of one prefix. ${_help}")
endif()

find_program(DEFER_CLANG NAMES clang clang-${DEFER_LLVM_VERSION}
  PATHS ${LLVM_TOOLS_BINARY_DIR} NO_DEFAULT_PATH
  NO_CACHE)
if(NOT DEFER_CLANG)
  message(FATAL_ERROR
    "No clang in ${LLVM_TOOLS_BINARY_DIR}. ${_help}")
endif()
message(STATUS "LLVM ${LLVM_VERSION}: ${LLVM_DIR}")

add_library(DeferLLVM INTERFACE)
target_include_directories(DeferLLVM SYSTEM INTERFACE
  ${LLVM_INCLUDE_DIRS} ${CLANG_INCLUDE_DIRS})
separate_arguments(_definitions UNIX_COMMAND "${LLVM_DEFINITIONS}")
target_compile_options(DeferLLVM INTERFACE ${_definitions}
  -fvisibility-inlines-hidden -fno-exceptions
  # Type information of ours would refer to that of LLVM's classes.
  $<$<NOT:$<BOOL:${LLVM_ENABLE_RTTI}>>:-fno-rtti>)
target_compile_features(DeferLLVM INTERFACE cxx_std_17)

# defer_add_plugin(NAME OBJECTS...): a module that clang or opt loads.
#
# LLVM's symbols stay undefined and are those of the program that loads it: a
# second LLVM in the process registers its options twice, and aborts. Nothing but
# the plugin's entry is visible, so that two plugins in one process, and the
# templates of LLVM that each has instantiated, do not get into each other's way.
function(defer_add_plugin name)
  add_library(${name} MODULE)
  target_link_libraries(${name} PRIVATE ${ARGN} DeferLLVM)
  set(map ${PROJECT_SOURCE_DIR}/cmake/plugin.map)
  set_target_properties(${name} PROPERTIES
    PREFIX "" LINKER_LANGUAGE CXX LINK_DEPENDS ${map})
  target_link_options(${name} PRIVATE -Wl,--version-script=${map}
    # A symbol that is missing shows when the plugin is loaded, not when the code
    # that wants it happens to run.
    $<$<BOOL:${DEFER_ENABLE_ASSERTIONS}>:-Wl,-z,now>)
  install(TARGETS ${name} LIBRARY DESTINATION lib)
endfunction()
