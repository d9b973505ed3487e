"""A function with many calls, each with a pad, which all lead to one block.

    many_pads.py CALLS
"""

import sys

count = int(sys.argv[1])
print("declare void @work(i32)")
print("declare i64 @get(i32)")
print("declare { i64, i64 } @__defer_unwind_words(ptr, ptr, i64, i64, i64, i64)")
print("declare i32 @__defer_personality_v0(...)")
print("@f.panic = private constant [1 x { i32, i32 }] zeroinitializer")
print("define i64 @f() personality ptr @__defer_personality_v0 {\n  br label %b0")
pads, words = [], []
for k in range(count):
    print(f"b{k}:\n  %v{k} = call i64 @get(i32 {k})")
    print(f"  invoke void @work(i32 {k}) to label %b{k + 1} unwind label %pad{k}")
    print(f"pad{k}:\n  %p{k} = landingpad {{ ptr, i32 }} cleanup\n  br label %unwind")
    pads.append(f"[ %p{k}, %pad{k} ]")
    words.append(f"[ %v{k}, %pad{k} ]")
print(f"b{count}:\n  br label %end\nunwind:")
print(f"  %p = phi {{ ptr, i32 }} {', '.join(pads)}\n  %word = phi i64 {', '.join(words)}")
print("  %e = extractvalue { ptr, i32 } %p, 0")
print("  %w = call { i64, i64 } @__defer_unwind_words(ptr %e, ptr @f.panic, i64 %word,"
      " i64 0, i64 0, i64 0)")
print("  %first = extractvalue { i64, i64 } %w, 0\n  br label %end")
print(f"end:\n  %r = phi i64 [ 1, %b{count} ], [ %first, %unwind ]\n  ret i64 %r\n}}")
