// Thread-local objects whose destructors call C that defers.
extern "C" {
void destroys(int id);
int uses_objects(void);
}

namespace {
struct object {
  int id;
  ~object() { destroys(id); }
};
thread_local object first{1};
thread_local object second{2};
__thread int plain = 3;
} // namespace

extern "C" int uses_objects(void) { return first.id + second.id + plain++; }
