//! A cluster of a test's own: it can be cut off and brought back, and leaves nothing behind.

use postgres::{Client, NoTls};
use testkit::postgres::Cluster;

#[test]
fn what_was_committed_is_there_again_after_a_cut_and_what_was_not_is_gone() {
    let mut cluster = Cluster::start().unwrap();
    let connect = |cluster: &Cluster| Client::connect(&cluster.url(), NoTls);
    let mut client = connect(&cluster).unwrap();
    client.batch_execute("create table act (seq bigint); insert into act values (1)").unwrap();
    let mut batch = client.transaction().unwrap();
    batch.batch_execute("insert into act values (2)").unwrap();

    cluster.cut_off();
    assert!(batch.batch_execute("insert into act values (3)").is_err());
    assert!(connect(&cluster).is_err());

    cluster.start_again().unwrap();
    let kept = connect(&cluster).unwrap().query("select seq from act", &[]).unwrap();
    assert_eq!(kept.iter().map(|row| row.get::<_, i64>(0)).collect::<Vec<_>>(), [1]);
}

#[test]
fn a_cluster_leaves_nothing_behind() {
    let cluster = Cluster::start().unwrap();
    let (url, folder) = (cluster.url(), cluster.folder().to_owned());
    assert!(folder.join("data").exists());
    drop(cluster);
    assert!(Client::connect(&url, NoTls).is_err());
    assert!(!folder.exists());
}
