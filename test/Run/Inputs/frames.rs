// Rust's frames between C frames: one that forbids unwinding, one that allows it.
#![crate_type = "staticlib"]

use std::os::raw::c_int;

type Callback = extern "C-unwind" fn(c_int);

struct Noisy(c_int);
impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

#[no_mangle]
pub extern "C" fn rust_forbids(f: Callback, n: c_int) {
    let _noisy = Noisy(n);
    f(n);
}

#[no_mangle]
pub extern "C-unwind" fn rust_allows(f: Callback, n: c_int) {
    let _noisy = Noisy(n);
    f(n);
}
