#===-- DeferOptions.cmake - How our own code is compiled --------------------===
#
# Part of the clang-defer project, under the Apache License v2.0 with LLVM
# Exceptions. See LICENSE for license information.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===------------------------------------------------------------------------===

set(CMAKE_C_STANDARD 11)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS OFF)
set(CMAKE_CXX_STANDARD 17)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_C_VISIBILITY_PRESET hidden)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

add_compile_options(-Wall -Wextra -Wno-missing-field-initializers
  $<$<COMPILE_LANGUAGE:C>:-Wstrict-prototypes>
  $<$<COMPILE_LANGUAGE:CXX>:-Wno-unused-parameter>
  # What an assertion names is the same wherever it was built.
  -fmacro-prefix-map=${PROJECT_SOURCE_DIR}/=)
if(DEFER_ENABLE_WERROR)
  add_compile_options(-Werror)
endif()

# As in LLVM, assertions are apart from the build type. LLVM itself is built
# without: what may differ then is the layout of its classes, and in LLVM 19 and
# 22 none of those in the headers that we use depends on NDEBUG (they depend on
# LLVM_ENABLE_ABI_BREAKING_CHECKS, which is fixed in llvm/Config). Functions that
# exist with assertions only, as those behind LLVM_DEBUG(), are missing, and the
# plugin then fails to load.
if(DEFER_ENABLE_ASSERTIONS)
  foreach(language C CXX)
    foreach(type RELEASE RELWITHDEBINFO MINSIZEREL)
      string(REGEX REPLACE "(^| )[/-]D *NDEBUG($| )" " "
        CMAKE_${language}_FLAGS_${type} "${CMAKE_${language}_FLAGS_${type}}")
    endforeach()
  endforeach()
endif()

# Only what runs in the test programs can be instrumented: the plugins live in a
# clang that is not.
add_library(DeferSanitize INTERFACE)
if(DEFER_SANITIZE)
  target_compile_options(DeferSanitize INTERFACE
    -fsanitize=${DEFER_SANITIZE} -fno-sanitize-recover=all
    -fno-omit-frame-pointer -g)
endif()
