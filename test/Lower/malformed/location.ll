; Section 4.1: with debug information the error stands where the source does.
;
; RUN: %malformed

; CHECK: error: source.c:7:3: in function f {{.*}}: the thunk must not be null
define void @f() !dbg !4 {
  call void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr null, ptr null, i64 0, i64 1), !dbg !6
  call void @defer.run.needs_fpass_plugin_LowerDefer_so(), !dbg !6
  ret void, !dbg !6
}

declare void @defer.call.needs_fpass_plugin_LowerDefer_so(ptr, ptr, i64, i64)
declare void @defer.run.needs_fpass_plugin_LowerDefer_so()

!llvm.dbg.cu = !{!0}
!llvm.module.flags = !{!2}
!0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1, emissionKind: FullDebug)
!1 = !DIFile(filename: "source.c", directory: "/")
!2 = !{i32 2, !"Debug Info Version", i32 3}
!4 = distinct !DISubprogram(name: "f", file: !1, line: 5, type: !5, spFlags: DISPFlagDefinition, unit: !0)
!5 = !DISubroutineType(types: !{})
!6 = !DILocation(line: 7, column: 3, scope: !4)
