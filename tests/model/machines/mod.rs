//! The machines of the family. Written by the test `the_files_are_what_the_generator_writes`
//! with UPDATE_EXPECT=1: change the generator, not this.

mod m01;
mod m02;
mod m03;
mod m04;
mod m05;
mod m06;
mod m07;
mod m08;
mod m09;
mod m10;
mod m11;
mod m12;
mod m13;
mod m14;
mod m15;
mod m16;
mod m17;
mod m18;
mod m19;
mod m20;
mod m21;
mod m22;
mod m23;

use super::family::Member;

pub(crate) const FAMILY: &[Member] = &[
    m01::MEMBER,
    m02::MEMBER,
    m03::MEMBER,
    m04::MEMBER,
    m05::MEMBER,
    m06::MEMBER,
    m07::MEMBER,
    m08::MEMBER,
    m09::MEMBER,
    m10::MEMBER,
    m11::MEMBER,
    m12::MEMBER,
    m13::MEMBER,
    m14::MEMBER,
    m15::MEMBER,
    m16::MEMBER,
    m17::MEMBER,
    m18::MEMBER,
    m19::MEMBER,
    m20::MEMBER,
    m21::MEMBER,
    m22::MEMBER,
    m23::MEMBER,
];
