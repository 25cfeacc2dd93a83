NAME P 1
OBJSENSE
    MAX
ROWS
 N obj
 E row_1
 E row_2
 E row_3
 L row_4
 L row_5
 L row_6
 L row_7
 E row_8
 L row_9
 L row_10
 L row_11
 L row_12
 L row_13
 L row_14
 L row_15
 L Phone.macs_at_least
 E block
COLUMNS
 MARKER1 'MARKER' 'INTORG'
 s1.out obj 1
 s1.out row_1 1
 s1.out row_4 1
 s1.out row_5 -1
 s1.out row_11 1
 s1.out row_12 -1
 MARKER2 'MARKER' 'INTEND'
 x_e3 obj -1.5
 x_e3 row_3 1
 x_e3 Phone.macs_at_least 3
 MARKER3 'MARKER' 'INTORG'
 s1.block obj 1
 s1.block row_6 20
 s1.block row_7 -20
 s1.block row_9 1
 s1.block row_10 -1
 MARKER4 'MARKER' 'INTEND'
 share obj 2
 share row_6 1
 share row_7 -1
 MARKER5 'MARKER' 'INTORG'
 step_1 row_1 -8
 is_1 row_2 1
 is_1 row_3 -0.25
 is_2 row_2 1
 is_2 row_3 -0.5
 is_3 row_2 1
 is_3 row_3 -2
 MARKER6 'MARKER' 'INTEND'
 max_1 row_4 -1
 max_1 row_5 1
 max_1 row_6 -1
 max_1 row_7 1
 max_1 Phone.macs_at_least 1
 MARKER7 'MARKER' 'INTORG'
 pick_1 row_5 56
 pick_1 row_8 1
 pick_2 row_7 64
 pick_2 row_8 1
 holds_1 row_9 1
 holds_1 row_10 -1
 holds_1 row_13 1
 holds_1 row_15 -1
 holds_2 row_11 32
 holds_2 row_12 -25
 holds_2 row_14 1
 holds_2 row_15 -1
 all_1 row_13 1
 all_1 row_14 1
 all_1 row_15 -1
 all_1 block -1
 MARKER8 'MARKER' 'INTEND'
 one obj 7
RHS
 rhs row_1 8
 rhs row_2 1
 rhs row_5 56
 rhs row_7 64
 rhs row_8 1
 rhs row_9 1
 rhs row_10 -1
 rhs row_11 64
 rhs row_12 -33
 rhs row_13 1
 rhs row_14 1
 rhs row_15 -1
 rhs Phone.macs_at_least 50
BOUNDS
 LO bound s1.out 8
 UP bound s1.out 64
 LO bound x_e3 0.25
 UP bound x_e3 2
 LO bound s1.block 0
 UP bound s1.block 1
 LO bound share 0
 UP bound share 1.5
 LO bound step_1 0
 UP bound step_1 7
 LO bound is_1 0
 UP bound is_1 1
 LO bound is_2 0
 UP bound is_2 1
 LO bound is_3 0
 UP bound is_3 1
 LO bound max_1 8
 UP bound max_1 64
 LO bound pick_1 0
 UP bound pick_1 1
 LO bound pick_2 0
 UP bound pick_2 1
 LO bound holds_1 0
 UP bound holds_1 1
 LO bound holds_2 0
 UP bound holds_2 1
 LO bound all_1 0
 UP bound all_1 1
 FX bound one 1
ENDATA
