//! Every address stands in `routes.txt`.

#[test]
fn every_address_stands_in_the_list_and_the_list_has_no_other() {
    let slices = [observatory::SLICE.routes, register::SLICE.routes];
    let mut served: Vec<&str> = web::ROUTES.iter().chain(slices.into_iter().flatten()).copied().collect();
    served.sort_unstable();
    let listed: Vec<&str> = include_str!("../routes.txt").lines().collect();
    assert_eq!(served, listed);
}
