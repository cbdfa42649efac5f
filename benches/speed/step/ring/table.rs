//! The arms of the large machine, said once: each library's file makes of them what its documentation says.

/// A row has a star at the first state, the state's names, its number, the events that lead to another state, and those
/// that change nothing; each of them says the state's number.
macro_rules! table {
    ($then:ident) => {
        $then! {
            [*] S0 s0 0: go E0 S1 s1 go E7 S11 s11 go E12 S23 s23 tell E3 tell E9 tell E16;
            [] S1 s1 1: go E1 S2 s2 go E8 S12 s12 go E13 S24 s24 tell E4 tell E10 tell E17;
            [] S2 s2 2: go E2 S3 s3 go E9 S13 s13 go E14 S25 s25 tell E5 tell E11 tell E18;
            [] S3 s3 3: go E3 S4 s4 go E10 S14 s14 go E15 S26 s26 tell E6 tell E12 tell E19;
            [] S4 s4 4: go E4 S5 s5 go E11 S15 s15 go E16 S27 s27 tell E7 tell E13 tell E0;
            [] S5 s5 5: go E5 S6 s6 go E12 S16 s16 go E17 S28 s28 tell E8 tell E14 tell E1;
            [] S6 s6 6: go E6 S7 s7 go E13 S17 s17 go E18 S29 s29 tell E9 tell E15 tell E2;
            [] S7 s7 7: go E7 S8 s8 go E14 S18 s18 go E19 S0 s0 tell E10 tell E16 tell E3;
            [] S8 s8 8: go E8 S9 s9 go E15 S19 s19 go E0 S1 s1 tell E11 tell E17 tell E4;
            [] S9 s9 9: go E9 S10 s10 go E16 S20 s20 go E1 S2 s2 tell E12 tell E18 tell E5;
            [] S10 s10 10: go E10 S11 s11 go E17 S21 s21 go E2 S3 s3 tell E13 tell E19 tell E6;
            [] S11 s11 11: go E11 S12 s12 go E18 S22 s22 go E3 S4 s4 tell E14 tell E0 tell E7;
            [] S12 s12 12: go E12 S13 s13 go E19 S23 s23 go E4 S5 s5 tell E15 tell E1 tell E8;
            [] S13 s13 13: go E13 S14 s14 go E0 S24 s24 go E5 S6 s6 tell E16 tell E2 tell E9;
            [] S14 s14 14: go E14 S15 s15 go E1 S25 s25 go E6 S7 s7 tell E17 tell E3 tell E10;
            [] S15 s15 15: go E15 S16 s16 go E2 S26 s26 go E7 S8 s8 tell E18 tell E4 tell E11;
            [] S16 s16 16: go E16 S17 s17 go E3 S27 s27 go E8 S9 s9 tell E19 tell E5 tell E12;
            [] S17 s17 17: go E17 S18 s18 go E4 S28 s28 go E9 S10 s10 tell E0 tell E6 tell E13;
            [] S18 s18 18: go E18 S19 s19 go E5 S29 s29 go E10 S11 s11 tell E1 tell E7 tell E14;
            [] S19 s19 19: go E19 S20 s20 go E6 S0 s0 go E11 S12 s12 tell E2 tell E8 tell E15;
            [] S20 s20 20: go E0 S21 s21 go E7 S1 s1 go E12 S13 s13 tell E3 tell E9 tell E16;
            [] S21 s21 21: go E1 S22 s22 go E8 S2 s2 go E13 S14 s14 tell E4 tell E10 tell E17;
            [] S22 s22 22: go E2 S23 s23 go E9 S3 s3 go E14 S15 s15 tell E5 tell E11 tell E18;
            [] S23 s23 23: go E3 S24 s24 go E10 S4 s4 go E15 S16 s16 tell E6 tell E12 tell E19;
            [] S24 s24 24: go E4 S25 s25 go E11 S5 s5 go E16 S17 s17 tell E7 tell E13 tell E0;
            [] S25 s25 25: go E5 S26 s26 go E12 S6 s6 go E17 S18 s18 tell E8 tell E14 tell E1;
            [] S26 s26 26: go E6 S27 s27 go E13 S7 s7 go E18 S19 s19 tell E9 tell E15 tell E2;
            [] S27 s27 27: go E7 S28 s28 go E14 S8 s8 go E19 S20 s20 tell E10 tell E16 tell E3;
            [] S28 s28 28: go E8 S29 s29 go E15 S9 s9 go E0 S21 s21 tell E11 tell E17 tell E4;
            [] S29 s29 29: go E9 S0 s0 go E16 S10 s10 go E1 S22 s22 tell E12 tell E18 tell E5;
        }
    };
}
pub(super) use table;
